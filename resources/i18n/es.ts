<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>desktop/charts/body.py</name>
  <message>
   <source>site not recorded</source>
   <translation>sitio no registrado</translation>
  </message>
  <message>
   <source>merged into {mass}</source>
   <translation>unida a {mass}</translation>
  </message>
  <message>
   <source>completely excised, not seen since</source>
   <translation>extirpada por completo, no vista desde entonces</translation>
  </message>
  <message>
   <source>{place} has no place here</source>
   <translation>{place} no tiene lugar aquí</translation>
  </message>
  <message>
   <source>{place}, side not recorded</source>
   <translation>{place}, lado no registrado</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/body_sites.py</name>
  <message>
   <source>{place}, back</source>
   <translation>{place}, dorso</translation>
  </message>
  <message>
   <source>{place}, front</source>
   <translation>{place}, frente</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/cohort.py</name>
  <message numerus="yes">
   <source>{n} latest results without a plain number or an age are not drawn.</source>
   <translation>
    <numerusform>{n} último resultado sin número simple o sin edad no se dibuja.</numerusform>
    <numerusform>{n} últimos resultados sin número simple o sin edad no se dibujan.</numerusform>
   </translation>
  </message>
  <message>
   <source>{value} {unit} at {years} y: {verdict}</source>
   <translation>{value} {unit} a los {years} a: {verdict}</translation>
  </message>
  <message>
   <source>{low} to {high} years</source>
   <translation>{low} a {high} años</translation>
  </message>
  <message>
   <source>{n} patients; median {value} {unit}; {high} above the range for age.</source>
   <translation>{n} pacientes; mediana {value} {unit}; {high} por encima del intervalo para la edad.</translation>
  </message>
  <message>
   <source>Above range</source>
   <translation>Por encima</translation>
  </message>
  <message>
   <source>Borderline</source>
   <translation>En el límite</translation>
  </message>
  <message>
   <source>Within range</source>
   <translation>Dentro</translation>
  </message>
  <message>
   <source>Below range</source>
   <translation>Por debajo</translation>
  </message>
  <message>
   <source>Not judged</source>
   <translation>Sin valorar</translation>
  </message>
  <message>
   <source>median {value} {unit} at {ages}, n = {n}</source>
   <translation>mediana {value} {unit} a los {ages}, n = {n}</translation>
  </message>
  <message>
   <source>{low} years and more</source>
   <translation>{low} años y más</translation>
  </message>
  <message>
   <source>median, {unit}</source>
   <translation>mediana, {unit}</translation>
  </message>
  <message>
   <source>middle 80 %, {unit}</source>
   <translation>80 % central, {unit}</translation>
  </message>
  <message>
   <source>Age at sampling</source>
   <translation>Edad en la toma</translation>
  </message>
  <message>
   <source>patients</source>
   <translation>pacientes</translation>
  </message>
  <message>
   <source>too few</source>
   <translation>muy pocos</translation>
  </message>
  <message>
   <source>Phosphate against age</source>
   <translation>Fosfato según la edad</translation>
  </message>
  <message>
   <source>latest result of each patient; shaded: range for age, both sexes</source>
   <translation>último resultado de cada paciente; sombreado: intervalo para la edad, ambos sexos</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>Mediana</translation>
  </message>
  <message>
   <source>No patient has a phosphate result with a number and an age.</source>
   <translation>Ningún paciente tiene un resultado de fosfato con número y edad.</translation>
  </message>
  <message>
   <source>{n} y</source>
   <translation>{n} a</translation>
  </message>
  <message>
   <source>band: middle 80 %</source>
   <translation>banda: 80 % central</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/cohort_treatments.py</name>
  <message numerus="yes">
   <source>{n} rarer in the table.</source>
   <translation>
    <numerusform>{n} menos frecuente en la tabla.</numerusform>
    <numerusform>{n} menos frecuentes en la tabla.</numerusform>
   </translation>
  </message>
  <message>
   <source>{agent}: {before} to {under} {unit}, n = {n}</source>
   <translation>{agent}: {before} a {under} {unit}, n = {n}</translation>
  </message>
  <message>
   <source>Phosphate under treatment</source>
   <translation>Fosfato durante el tratamiento</translation>
  </message>
  <message>
   <source>medians over patients with both values; a description, not an effect</source>
   <translation>medianas de los pacientes con ambos valores; una descripción, no un efecto</translation>
  </message>
  <message>
   <source>No treatment has phosphate before and under it.</source>
   <translation>Ningún tratamiento tiene fosfato antes y durante su uso.</translation>
  </message>
  <message>
   <source>Treatment</source>
   <translation>Tratamiento</translation>
  </message>
  <message>
   <source>patients with both</source>
   <translation>pacientes con ambos</translation>
  </message>
  <message>
   <source>median before, {unit}</source>
   <translation>mediana antes, {unit}</translation>
  </message>
  <message>
   <source>median under, {unit}</source>
   <translation>mediana durante, {unit}</translation>
  </message>
  <message>
   <source>before</source>
   <translation>antes</translation>
  </message>
  <message>
   <source>under</source>
   <translation>durante</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/course.py</name>
  <message>
   <source>Flare</source>
   <translation>Brote</translation>
  </message>
  <message>
   <source>Ulceration</source>
   <translation>Ulceración</translation>
  </message>
  <message>
   <source>Drainage</source>
   <translation>Drenaje</translation>
  </message>
  <message>
   <source>Infection</source>
   <translation>Infección</translation>
  </message>
  <message>
   <source>Nerve compression</source>
   <translation>Compresión nerviosa</translation>
  </message>
  <message>
   <source>Recurrence</source>
   <translation>Recurrencia</translation>
  </message>
  <message>
   <source>Fracture</source>
   <translation>Fractura</translation>
  </message>
  <message>
   <source>Joint ankylosis</source>
   <translation>Anquilosis articular</translation>
  </message>
  <message>
   <source>{drug}, changed to {dose}</source>
   <translation>{drug}, cambiado a {dose}</translation>
  </message>
  <message>
   <source>{drug}, dose changed, not recorded</source>
   <translation>{drug}, cambio de dosis no registrado</translation>
  </message>
  <message>
   <source>{event} of {mass}</source>
   <translation>{event} de {mass}</translation>
  </message>
  <message>
   <source>{event} {when}</source>
   <translation>{event} {when}</translation>
  </message>
  <message numerus="yes">
   <source>{n} earlier events are not marked; they stand in the table.</source>
   <translation>
    <numerusform>{n} evento anterior no se marca; consta en la tabla.</numerusform>
    <numerusform>{n} eventos anteriores no se marcan; constan en la tabla.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} events without a usable time are not marked.</source>
   <translation>
    <numerusform>{n} evento sin fecha utilizable no se marca.</numerusform>
    <numerusform>{n} eventos sin fecha utilizable no se marcan.</numerusform>
   </translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Cronología</translation>
  </message>
  <message>
   <source>Nothing is recorded yet.</source>
   <translation>Aún no hay nada registrado.</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/course_labs.py</name>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Valor</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Valoración</translation>
  </message>
  <message>
   <source>Range</source>
   <translation>Intervalo</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message numerus="yes">
   <source>{n} results without a number, a usable unit or a time are not drawn.</source>
   <translation>
    <numerusform>{n} resultado sin número, unidad utilizable o fecha no se dibuja.</numerusform>
    <numerusform>{n} resultados sin número, unidad utilizable o fecha no se dibujan.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{test}: {n} results, first {first} {unit} on {first_when}, last {last} {unit} on {last_when}, {verdict}.</source>
   <translation>
    <numerusform>{test}: {n} resultado, primero {first} {unit} el {first_when}, último {last} {unit} el {last_when}, {verdict}.</numerusform>
    <numerusform>{test}: {n} resultados, primero {first} {unit} el {first_when}, último {last} {unit} el {last_when}, {verdict}.</numerusform>
   </translation>
  </message>
  <message>
   <source>No result of this test with a number and a time: {test}.</source>
   <translation>Ningún resultado de esta prueba con número y fecha: {test}.</translation>
  </message>
  <message>
   <source>range {limits}</source>
   <translation>intervalo {limits}</translation>
  </message>
  <message>
   <source>no range</source>
   <translation>sin intervalo</translation>
  </message>
  <message>
   <source>own target {target}</source>
   <translation>objetivo propio {target}</translation>
  </message>
  <message>
   <source>no number</source>
   <translation>sin número</translation>
  </message>
  <message>
   <source>shaded: reference range by age</source>
   <translation>sombreado: intervalo de referencia por edad</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/course_table.py</name>
  <message>
   <source>Kind</source>
   <translation>Clase</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Detalles</translation>
  </message>
  <message>
   <source>Excision</source>
   <translation>Escisión</translation>
  </message>
  <message>
   <source>Biopsy</source>
   <translation>Biopsia</translation>
  </message>
  <message>
   <source>Injection</source>
   <translation>Inyección</translation>
  </message>
  <message>
   <source>Dental</source>
   <translation>Odontología</translation>
  </message>
  <message>
   <source>Imaging</source>
   <translation>Imagen</translation>
  </message>
  <message>
   <source>Parathyroidectomy</source>
   <translation>Paratiroidectomía</translation>
  </message>
  <message>
   <source>Dialysis started</source>
   <translation>Diálisis iniciada</translation>
  </message>
  <message>
   <source>Transplant</source>
   <translation>Trasplante</translation>
  </message>
  <message>
   <source>clinical</source>
   <translation>clínico</translation>
  </message>
  <message>
   <source>radiograph</source>
   <translation>radiografía</translation>
  </message>
  <message>
   <source>ultrasound</source>
   <translation>ecografía</translation>
  </message>
  <message>
   <source>CT</source>
   <translation>TC</translation>
  </message>
  <message>
   <source>MRI</source>
   <translation>RM</translation>
  </message>
  <message>
   <source>bone scan</source>
   <translation>gammagrafía ósea</translation>
  </message>
  <message>
   <source>other method</source>
   <translation>otro método</translation>
  </message>
  <message>
   <source>complete</source>
   <translation>completa</translation>
  </message>
  <message>
   <source>incomplete</source>
   <translation>incompleta</translation>
  </message>
  <message>
   <source>improved</source>
   <translation>mejoría</translation>
  </message>
  <message>
   <source>stable</source>
   <translation>estable</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>empeoramiento</translation>
  </message>
  <message>
   <source>mixed</source>
   <translation>mixta</translation>
  </message>
  <message>
   <source>not detectable</source>
   <translation>no detectable</translation>
  </message>
  <message>
   <source>dose not recorded</source>
   <translation>dosis no registrada</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>no volume</source>
   <translation>sin volumen</translation>
  </message>
  <message>
   <source>Mass</source>
   <translation>Masa</translation>
  </message>
  <message>
   <source>Drug started</source>
   <translation>Fármaco iniciado</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Procedimiento</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Evento</translation>
  </message>
  <message>
   <source>Drug stopped</source>
   <translation>Fármaco suspendido</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/course_total.py</name>
  <message>
   <source>On no day was every known mass measured, so there is no total to draw.</source>
   <translation>Ningún día se midieron todas las masas conocidas, por lo que no hay total que dibujar.</translation>
  </message>
  <message numerus="yes">
   <source>{n} days on which only some of the masses were measured have no total.</source>
   <translation>
    <numerusform>{n} día en que solo se midieron algunas de las masas no tiene total.</numerusform>
    <numerusform>{n} días en que solo se midieron algunas de las masas no tienen total.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Total volume of {n} masses {volume} mL on {when}, {method}.</source>
   <translation>
    <numerusform>Volumen total de {n} masa: {volume} mL el {when}, {method}.</numerusform>
    <numerusform>Volumen total de {n} masas: {volume} mL el {when}, {method}.</numerusform>
   </translation>
  </message>
  <message>
   <source>several methods</source>
   <translation>varios métodos</translation>
  </message>
  <message>
   <source>No mass recorded.</source>
   <translation>Ninguna masa registrada.</translation>
  </message>
  <message>
   <source>Total mass volume</source>
   <translation>Volumen total de las masas</translation>
  </message>
  <message>
   <source>only days on which every known mass was measured</source>
   <translation>solo días en que se midieron todas las masas conocidas</translation>
  </message>
  <message>
   <source>Total, {method}</source>
   <translation>Total, {method}</translation>
  </message>
  <message numerus="yes">
   <source>Total {volume} mL of {n} masses, {method}, {when}</source>
   <translation>
    <numerusform>Total {volume} mL de {n} masa, {method}, {when}</numerusform>
    <numerusform>Total {volume} mL de {n} masas, {method}, {when}</numerusform>
   </translation>
  </message>
  <message>
   <source>Total (mL)</source>
   <translation>Total (mL)</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Por</translation>
  </message>
  <message>
   <source>Masses</source>
   <translation>Masas</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/doses.py</name>
  <message>
   <source>units</source>
   <translation>unidades</translation>
  </message>
  <message>
   <source>daily</source>
   <translation>al día</translation>
  </message>
  <message>
   <source>2 times daily</source>
   <translation>2 veces al día</translation>
  </message>
  <message>
   <source>3 times daily</source>
   <translation>3 veces al día</translation>
  </message>
  <message>
   <source>4 times daily</source>
   <translation>4 veces al día</translation>
  </message>
  <message>
   <source>every other day</source>
   <translation>en días alternos</translation>
  </message>
  <message>
   <source>at bedtime</source>
   <translation>al acostarse</translation>
  </message>
  <message>
   <source>as needed</source>
   <translation>a demanda</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/figures.py</name>
  <message>
   <source>mg/mg creatinine</source>
   <translation>mg/mg creatinina</translation>
  </message>
  <message>
   <source>mg/g creatinine</source>
   <translation>mg/g creatinina</translation>
  </message>
  <message>
   <source>mol/mol creatinine</source>
   <translation>mol/mol creatinina</translation>
  </message>
  <message>
   <source>mmol/mmol creatinine</source>
   <translation>mmol/mmol creatinina</translation>
  </message>
  <message>
   <source>under 0.001</source>
   <translation>menos de 0.001</translation>
  </message>
  <message>
   <source>no unit</source>
   <translation>sin unidad</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/fitting.py</name>
  <message>
   <source>{mass}: the fit is not carried to today, {gap} y later.</source>
   <translation>{mass}: el ajuste no se prolonga hasta hoy, {gap} a después.</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/history.py</name>
  <message>
   <source>{mass}, recurrence of {source}</source>
   <translation>{mass}, recurrencia de {source}</translation>
  </message>
  <message>
   <source>{mass} recurrence</source>
   <translation>recurrencia de {mass}</translation>
  </message>
  <message>
   <source>{mass} residual</source>
   <translation>residuo de {mass}</translation>
  </message>
  <message>
   <source>{mass} after excision</source>
   <translation>{mass} tras la escisión</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/labs.py</name>
  <message>
   <source>Phosphate</source>
   <translation>Fosfato</translation>
  </message>
  <message>
   <source>Range from</source>
   <translation>Intervalo de</translation>
  </message>
  <message>
   <source>shaded: reference range by age, {sex}, birth date partly known</source>
   <translation>sombreado: intervalo de referencia por edad, {sex}, fecha de nacimiento parcial</translation>
  </message>
  <message>
   <source>{low}–{high} y</source>
   <translation>{low}–{high} a</translation>
  </message>
  <message>
   <source>{n} of {all} fasting</source>
   <translation>{n} de {all} en ayunas</translation>
  </message>
  <message>
   <source>No phosphate result has both a number and a time.</source>
   <translation>Ningún resultado de fosfato tiene número y fecha.</translation>
  </message>
  <message numerus="yes">
   <source>Phosphate: {n} results, {counts}.</source>
   <translation>
    <numerusform>Fosfato: {n} resultado, {counts}.</numerusform>
    <numerusform>Fosfato: {n} resultados, {counts}.</numerusform>
   </translation>
  </message>
  <message>
   <source>First {first}, last {last}.</source>
   <translation>Primero {first}, último {last}.</translation>
  </message>
  <message>
   <source>sex not recorded</source>
   <translation>sexo no registrado</translation>
  </message>
  <message>
   <source>{low}–{high} m</source>
   <translation>{low}–{high} m</translation>
  </message>
  <message>
   <source>from {n} y</source>
   <translation>desde {n} a</translation>
  </message>
  <message>
   <source>fasting</source>
   <translation>en ayunas</translation>
  </message>
  <message>
   <source>{n} above range</source>
   <translation>{n} por encima del intervalo</translation>
  </message>
  <message>
   <source>{n} below range</source>
   <translation>{n} por debajo del intervalo</translation>
  </message>
  <message>
   <source>No phosphate result recorded.</source>
   <translation>Ningún resultado de fosfato registrado.</translation>
  </message>
  <message numerus="yes">
   <source>{n} results reported only as {flag} are not drawn.</source>
   <translation>
    <numerusform>{n} resultado informado solo como {flag} no se dibuja.</numerusform>
    <numerusform>{n} resultados informados solo como {flag} no se dibujan.</numerusform>
   </translation>
  </message>
  <message>
   <source>high</source>
   <translation>alto</translation>
  </message>
  <message>
   <source>low</source>
   <translation>bajo</translation>
  </message>
  <message>
   <source>within range</source>
   <translation>dentro del intervalo</translation>
  </message>
  <message>
   <source>borderline</source>
   <translation>en el límite</translation>
  </message>
  <message>
   <source>not judged</source>
   <translation>sin valorar</translation>
  </message>
  <message>
   <source>no range band, because the birth date is not recorded</source>
   <translation>sin banda de intervalo, porque no consta la fecha de nacimiento</translation>
  </message>
  <message>
   <source>no range band, because none is known for this age and sex</source>
   <translation>sin banda de intervalo, porque no se conoce ninguna para esta edad y sexo</translation>
  </message>
  <message>
   <source>shaded: reference range by age, {sex}</source>
   <translation>sombreado: intervalo de referencia por edad, {sex}</translation>
  </message>
  <message>
   <source>borderline: {distance}</source>
   <translation>en el límite: {distance}</translation>
  </message>
  <message>
   <source>laboratories differ</source>
   <translation>los laboratorios difieren</translation>
  </message>
  <message>
   <source>{verdict}, as reported</source>
   <translation>{verdict}, según el informe</translation>
  </message>
  <message numerus="yes">
   <source>{n} results in a unit that cannot be converted are not drawn.</source>
   <translation>
    <numerusform>{n} resultado en una unidad no convertible no se dibuja.</numerusform>
    <numerusform>{n} resultados en una unidad no convertible no se dibujan.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} results without a usable date or age are not drawn.</source>
   <translation>
    <numerusform>{n} resultado sin fecha o edad utilizable no se dibuja.</numerusform>
    <numerusform>{n} resultados sin fecha o edad utilizable no se dibujan.</numerusform>
   </translation>
  </message>
  <message>
   <source>own target {limits}</source>
   <translation>objetivo propio {limits}</translation>
  </message>
  <message>
   <source>words</source>
   <translation>palabras</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/mass_axis.py</name>
  <message>
   <source>mL, log</source>
   <translation>mL, log</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/mass_entry.py</name>
  <message>
   <source>{volume} mL</source>
   <translation>{volume} mL</translation>
  </message>
  <message>
   <source>{mass}, being entered: {volume}</source>
   <translation>{mass}, en curso de registro: {volume}</translation>
  </message>
  <message>
   <source>Being entered</source>
   <translation>En curso de registro</translation>
  </message>
  <message>
   <source>Growth of {mass}</source>
   <translation>Crecimiento de {mass}</translation>
  </message>
  <message>
   <source>No earlier value of this mass.</source>
   <translation>No hay valor anterior de esta masa.</translation>
  </message>
  <message>
   <source>ND</source>
   <translation>ND</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/masses.py</name>
  <message>
   <source>Site</source>
   <translation>Sitio</translation>
  </message>
  <message>
   <source>Volume (mL)</source>
   <translation>Volumen (mL)</translation>
  </message>
  <message>
   <source>How computed</source>
   <translation>Cómo se calculó</translation>
  </message>
  <message>
   <source>growing</source>
   <translation>en crecimiento</translation>
  </message>
  <message>
   <source>shrinking</source>
   <translation>en disminución</translation>
  </message>
  <message>
   <source>unclear</source>
   <translation>no clara</translation>
  </message>
  <message>
   <source>too few values</source>
   <translation>muy pocos valores</translation>
  </message>
  <message>
   <source>{sign} {rate}/y</source>
   <translation>{sign} {rate}/a</translation>
  </message>
  <message>
   <source>{mass} fit since {when} with 95 % CI, n = {n}</source>
   <translation>{mass}: ajuste desde {when} con IC 95 %, n = {n}</translation>
  </message>
  <message>
   <source>No mass has a volume or a finding of not detectable with a date or age.</source>
   <translation>Ninguna masa tiene un volumen o un hallazgo de no detectable con fecha o edad.</translation>
  </message>
  <message>
   <source>{mass}, {place}: {volume} on {when}, {state}, {rate} per year ({doubt}n = {n}).</source>
   <translation>{mass}, {place}: {volume} el {when}, {state}, {rate} por año ({doubt}n = {n}).</translation>
  </message>
  <message>
   <source>rate unknown</source>
   <translation>sin velocidad</translation>
  </message>
  <message numerus="yes">
   <source>{n} masses: {counts}.</source>
   <translation>
    <numerusform>{n} masa: {counts}.</numerusform>
    <numerusform>{n} masas: {counts}.</numerusform>
   </translation>
  </message>
  <message>
   <source>excised, not seen since</source>
   <translation>extirpada, no vista desde entonces</translation>
  </message>
  <message>
   <source>not measured</source>
   <translation>sin medir</translation>
  </message>
  <message>
   <source>{mass}, {place}: no dated volume.</source>
   <translation>{mass}, {place}: sin volumen fechado.</translation>
  </message>
  <message>
   <source>{mass}, {place}: merged into {into}; before it {volume} on {when}.</source>
   <translation>{mass}, {place}: unida a {into}; antes {volume} el {when}.</translation>
  </message>
  <message>
   <source>{mass}, {place}: excised, not seen since; before it {volume}.</source>
   <translation>{mass}, {place}: extirpada, no vista desde entonces; antes {volume}.</translation>
  </message>
  <message>
   <source>{mass}, {place}: not detectable on {when}.</source>
   <translation>{mass}, {place}: no detectable el {when}.</translation>
  </message>
  <message>
   <source>{mass}, {place}: {volume} on {when}, {state}.</source>
   <translation>{mass}, {place}: {volume} el {when}, {state}.</translation>
  </message>
  <message>
   <source>95 % CI {low} to {high}, </source>
   <translation>IC 95 % {low} a {high}, </translation>
  </message>
  <message>
   <source>Mass growth</source>
   <translation>Crecimiento de las masas</translation>
  </message>
  <message numerus="yes">
   <source>{n} measurements without a volume are not drawn ({where}).</source>
   <translation>
    <numerusform>{n} medición sin volumen no se dibuja ({where}).</numerusform>
    <numerusform>{n} mediciones sin volumen no se dibujan ({where}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} measurements without a usable date or age are not drawn ({where}).</source>
   <translation>
    <numerusform>{n} medición sin fecha o edad utilizable no se dibuja ({where}).</numerusform>
    <numerusform>{n} mediciones sin fecha o edad utilizable no se dibujan ({where}).</numerusform>
   </translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>no indicado</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/readings.py</name>
  <message>
   <source>{test} {value} {unit}, {verdict}, {when}</source>
   <translation>{test} {value} {unit}, {verdict}, {when}</translation>
  </message>
  <message>
   <source>borderline, laboratories differ</source>
   <translation>en el límite, los laboratorios difieren</translation>
  </message>
  <message>
   <source>not judged ({reason})</source>
   <translation>sin valorar ({reason})</translation>
  </message>
 </context>
 <context>
  <name>desktop/charts/timeline.py</name>
  <message>
   <source>excised</source>
   <translation>extirpada</translation>
  </message>
  <message>
   <source>{treatment}: start not recorded, drawn from the left edge.</source>
   <translation>{treatment}: inicio no registrado, se dibuja desde el borde izquierdo.</translation>
  </message>
  <message>
   <source>{names} excised {day}</source>
   <translation>{names}: escisión {day}</translation>
  </message>
  <message>
   <source>{treatment}: its end ({day}) cannot be placed.</source>
   <translation>{treatment}: su fin ({day}) no puede situarse.</translation>
  </message>
  <message numerus="yes">
   <source>{n} treatments without dates not drawn: {names}.</source>
   <translation>
    <numerusform>{n} tratamiento sin fechas no se dibuja: {names}.</numerusform>
    <numerusform>{n} tratamientos sin fechas no se dibujan: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} older courses of treatment not drawn: {names}.</source>
   <translation>
    <numerusform>{n} curso de tratamiento más antiguo no se dibuja: {names}.</numerusform>
    <numerusform>{n} cursos de tratamiento más antiguos no se dibujan: {names}.</numerusform>
   </translation>
  </message>
  <message>
   <source>excision of {name}</source>
   <translation>escisión de {name}</translation>
  </message>
  <message>
   <source>Not drawn, because not dated: {names}.</source>
   <translation>Sin dibujar por no tener fecha: {names}.</translation>
  </message>
  <message>
   <source>age, months</source>
   <translation>edad, meses</translation>
  </message>
  <message>
   <source>age, years</source>
   <translation>edad, años</translation>
  </message>
  <message>
   <source>Died</source>
   <translation>Fallecimiento</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
 </context>
 <context>
  <name>desktop/cli_people.py</name>
  <message>
   <source>Whose passphrase is to be new?</source>
   <translation>¿De quién debe ser nueva la frase de contraseña?</translation>
  </message>
  <message>
   <source>There is nothing to write.</source>
   <translation>No hay nada que escribir.</translation>
  </message>
  <message>
   <source>Name the person with --user NAME.</source>
   <translation>Indique la persona con --user NOMBRE.</translation>
  </message>
  <message>
   <source>The recovery code is missing.</source>
   <translation>Falta el código de recuperación.</translation>
  </message>
  <message>
   <source>Export the audit</source>
   <translation>Exportar la auditoría</translation>
  </message>
  <message>
   <source>No file was made.</source>
   <translation>No se creó ningún archivo.</translation>
  </message>
  <message>
   <source>{path} cannot be written: {error}.</source>
   <translation>No se puede escribir {path}: {error}.</translation>
  </message>
  <message>
   <source>There is no patient {patient}.</source>
   <translation>No hay ningún paciente {patient}.</translation>
  </message>
  <message>
   <source>Choose another name.</source>
   <translation>Elija otro nombre.</translation>
  </message>
  <message>
   <source>Check the registry ID.</source>
   <translation>Compruebe el ID del registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/cli_signing.py</name>
  <message>
   <source>{file} is encrypted, and its passphrase is missing.</source>
   <translation>{file} está cifrado y falta su frase de contraseña.</translation>
  </message>
  <message>
   <source>The new passphrase is missing.</source>
   <translation>Falta la nueva frase de contraseña.</translation>
  </message>
  <message>
   <source>{path} is empty.</source>
   <translation>{path} está vacío.</translation>
  </message>
  <message>
   <source>Nothing was opened or changed.</source>
   <translation>No se abrió ni se cambió nada.</translation>
  </message>
  <message>
   <source>Give it with --passphrase-file FILE or in the variable {variable}.</source>
   <translation>Indíquela con --passphrase-file ARCHIVO o en la variable {variable}.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>No se cambió nada.</translation>
  </message>
  <message>
   <source>Give it with --new-passphrase-file FILE.</source>
   <translation>Indíquela con --new-passphrase-file ARCHIVO.</translation>
  </message>
  <message>
   <source>The two passphrases are not the same.</source>
   <translation>Las dos frases no son iguales.</translation>
  </message>
  <message>
   <source>{path} cannot be read.</source>
   <translation>No se puede leer {path}.</translation>
  </message>
  <message>
   <source>Write the passphrase into its first line.</source>
   <translation>Escriba la frase de contraseña en su primera línea.</translation>
  </message>
  <message>
   <source>Try again.</source>
   <translation>Inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Check the path.</source>
   <translation>Compruebe la ruta.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/audit.py</name>
  <message>
   <source>entries {first} to {last} of the audit are missing</source>
   <translation>faltan las entradas {first} a {last} de la auditoría</translation>
  </message>
  <message numerus="yes">
   <source>and {n} more problems</source>
   <translation>
    <numerusform>y {n} problema más</numerusform>
    <numerusform>y {n} problemas más</numerusform>
   </translation>
  </message>
  <message>
   <source>entry {number} of the audit is missing</source>
   <translation>falta la entrada {number} de la auditoría</translation>
  </message>
  <message>
   <source>the guard {name} of the audit is missing or altered</source>
   <translation>falta la protección {name} de la auditoría, o fue alterada</translation>
  </message>
  <message>
   <source>lines of the journal belong to entry {number}, which is missing</source>
   <translation>hay líneas del diario de la entrada {number}, que falta</translation>
  </message>
  <message numerus="yes">
   <source>the journal of {n} persons cannot be read: keys are gone, and nobody erased them</source>
   <translation>
    <numerusform>el diario de {n} persona no se puede leer: la clave falta y nadie la borró</numerusform>
    <numerusform>el diario de {n} personas no se puede leer: las claves faltan y nadie las borró</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} signatures are not as the audit tells them</source>
   <translation>
    <numerusform>{n} firma no es como la cuenta la auditoría</numerusform>
    <numerusform>{n} firmas no son como las cuenta la auditoría</numerusform>
   </translation>
  </message>
  <message>
   <source>the audit is sealed with a key that is not at hand</source>
   <translation>la auditoría está sellada con una clave que no está disponible</translation>
  </message>
  <message>
   <source>entry {number} of the audit was altered, or the one before it</source>
   <translation>la anotación {number} de la auditoría, o la anterior, fue alterada</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/backup.py</name>
  <message>
   <source>There is too little free space for a copy in {folder}: {free} MB of {wanted} MB.</source>
   <translation>Hay poco espacio libre para una copia en {folder}: {free} MB de {wanted} MB.</translation>
  </message>
  <message>
   <source>The copy is not sound: {problem}.</source>
   <translation>La copia no es íntegra: {problem}.</translation>
  </message>
  <message>
   <source>its journal ends elsewhere than the registry's</source>
   <translation>su historial termina en otro punto que el del registro</translation>
  </message>
  <message>
   <source>{table} has {n} rows in place of {wanted}</source>
   <translation>{table} tiene {n} filas en lugar de {wanted}</translation>
  </message>
  <message>
   <source>{path} exists already.</source>
   <translation>{path} ya existe.</translation>
  </message>
  <message>
   <source>{file} is unchanged.</source>
   <translation>{file} no ha cambiado.</translation>
  </message>
  <message>
   <source>Free some space, or choose another place.</source>
   <translation>Libere espacio o elija otro lugar.</translation>
  </message>
  <message>
   <source>The registry is unchanged.</source>
   <translation>El registro no ha cambiado.</translation>
  </message>
  <message>
   <source>Check the registry and the disk, then try again.</source>
   <translation>Compruebe el registro y el disco e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The copy could not be written: {error}.</source>
   <translation>No se pudo escribir la copia: {error}.</translation>
  </message>
  <message>
   <source>It was not changed.</source>
   <translation>No se modificó.</translation>
  </message>
  <message>
   <source>Use another name.</source>
   <translation>Use otro nombre.</translation>
  </message>
  <message>
   <source>Look at the disk: is it full, or closed to writing?</source>
   <translation>Revise el disco: ¿está lleno o no admite escritura?</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/backups.py</name>
  <message>
   <source>Backups cannot be kept in {folder}: {error}.</source>
   <translation>No se pueden guardar copias de seguridad en {folder}: {error}.</translation>
  </message>
  <message>
   <source>Check that the folder may be written to, or choose a second place.</source>
   <translation>Compruebe que se puede escribir en la carpeta o elija un segundo lugar.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/backups_manifest.py</name>
  <message>
   <source>Asked for</source>
   <translation>A petición</translation>
  </message>
  <message>
   <source>During work</source>
   <translation>Durante el trabajo</translation>
  </message>
  <message>
   <source>On closing</source>
   <translation>Al cerrar</translation>
  </message>
  <message>
   <source>Before an upgrade of the file</source>
   <translation>Antes de actualizar el archivo</translation>
  </message>
  <message>
   <source>Before an import</source>
   <translation>Antes de una importación</translation>
  </message>
  <message>
   <source>Before a restore</source>
   <translation>Antes de una restauración</translation>
  </message>
  <message>
   <source>Before the keys changed</source>
   <translation>Antes de cambiar las claves</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/backups_places.py</name>
  <message>
   <source>There is no folder {folder}.</source>
   <translation>No existe la carpeta {folder}.</translation>
  </message>
  <message>
   <source>The backups lie in {folder} already.</source>
   <translation>Las copias de seguridad ya están en {folder}.</translation>
  </message>
  <message>
   <source>The backup could not be copied to the second place: {error}.</source>
   <translation>No se pudo copiar la copia de seguridad al segundo lugar: {error}.</translation>
  </message>
  <message>
   <source>The setting for the second place of backups cannot be read.</source>
   <translation>No se puede leer el ajuste del segundo lugar para las copias de seguridad.</translation>
  </message>
  <message>
   <source>The second place is as it was.</source>
   <translation>El segundo lugar sigue como estaba.</translation>
  </message>
  <message>
   <source>Choose an existing folder, best on another disk.</source>
   <translation>Elija una carpeta que exista, mejor en otro disco.</translation>
  </message>
  <message>
   <source>The second place for backups is not there: {folder}.</source>
   <translation>El segundo lugar para las copias de seguridad no está: {folder}.</translation>
  </message>
  <message>
   <source>The backups beside the registry are not affected.</source>
   <translation>Las copias de seguridad junto al registro no se ven afectadas.</translation>
  </message>
  <message>
   <source>Choose the second place again.</source>
   <translation>Elija de nuevo el segundo lugar.</translation>
  </message>
  <message>
   <source>Check that the folder may be written to, or choose another one.</source>
   <translation>Compruebe que se puede escribir en la carpeta o elija otra.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/backups_proof.py</name>
  <message>
   <source>the manifest was altered</source>
   <translation>el manifiesto fue alterado</translation>
  </message>
  <message>
   <source>the copy is not the one that was made</source>
   <translation>la copia no es la que se hizo</translation>
  </message>
  <message>
   <source>its keys are missing or were altered</source>
   <translation>sus claves faltan o fueron alteradas</translation>
  </message>
  <message>
   <source>its rows are not as many as its manifest tells</source>
   <translation>no tiene tantas filas como indica su manifiesto</translation>
  </message>
  <message>
   <source>its journal does not end where its manifest tells</source>
   <translation>su historial no termina donde indica su manifiesto</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/backups_restore.py</name>
  <message>
   <source>There is no registry at {path}.</source>
   <translation>No hay ningún registro en {path}.</translation>
  </message>
  <message>
   <source>{file} is not sound: {problem}.</source>
   <translation>{file} no está en buen estado: {problem}.</translation>
  </message>
  <message>
   <source>There is no backup of {file} yet.</source>
   <translation>Todavía no hay ninguna copia de seguridad de {file}.</translation>
  </message>
  <message>
   <source>The newest backup was made with keys of before.</source>
   <translation>La copia de seguridad más reciente se hizo con claves anteriores.</translation>
  </message>
  <message>
   <source>Nothing was restored; the copy is as it was.</source>
   <translation>No se restauró nada; la copia sigue como estaba.</translation>
  </message>
  <message>
   <source>Take another backup, or save what is readable in this one.</source>
   <translation>Use otra copia de seguridad o salve lo que se pueda leer en esta.</translation>
  </message>
  <message>
   <source>Make one first.</source>
   <translation>Haga una primero.</translation>
  </message>
  <message>
   <source>It is as it was; its own keys lie beside it.</source>
   <translation>Sigue como estaba; sus propias claves están junto a ella.</translation>
  </message>
  <message>
   <source>Make a new backup, then try again.</source>
   <translation>Haga una copia de seguridad nueva e inténtelo de nuevo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/connection.py</name>
  <message>
   <source>The file was not changed.</source>
   <translation>El archivo no se modificó.</translation>
  </message>
  <message>
   <source>{file} cannot be opened as a registry: {error}.</source>
   <translation>No se puede abrir {file} como registro: {error}.</translation>
  </message>
  <message>
   <source>{file} is damaged, or its end is missing.</source>
   <translation>{file} está dañado o falta su final.</translation>
  </message>
  <message>
   <source>{file} was moved, deleted or replaced while it was open.</source>
   <translation>{file} fue movido, borrado o sustituido mientras estaba abierto.</translation>
  </message>
  <message>
   <source>{file} is encrypted: sign in first.</source>
   <translation>{file} está cifrado: inicie sesión antes.</translation>
  </message>
  <message>
   <source>{file} should be encrypted, but it is not.</source>
   <translation>{file} debería estar cifrado, pero no lo está.</translation>
  </message>
  <message>
   <source>Your keys no longer fit {file}.</source>
   <translation>Sus claves ya no corresponden a {file}.</translation>
  </message>
  <message>
   <source>{file} is damaged at its beginning: its keys fit no more.</source>
   <translation>{file} está dañado en su comienzo: sus claves ya no corresponden.</translation>
  </message>
  <message>
   <source>Choose a registry file, or restore a backup.</source>
   <translation>Elija un archivo de registro o restaure una copia de seguridad.</translation>
  </message>
  <message>
   <source>Restore a backup, or save what can be read of it.</source>
   <translation>Restaure una copia de seguridad o salve lo que se pueda leer.</translation>
  </message>
  <message>
   <source>Nothing was written; what you typed is still there.</source>
   <translation>No se escribió nada; lo que usted escribió sigue ahí.</translation>
  </message>
  <message>
   <source>Put the file back in its place, or close it and open it again.</source>
   <translation>Vuelva a poner el archivo en su lugar, o ciérrelo y ábralo de nuevo.</translation>
  </message>
  <message>
   <source>This registry is open for reading only.</source>
   <translation>Este registro está abierto solo para lectura.</translation>
  </message>
  <message>
   <source>Sign in with your passphrase.</source>
   <translation>Inicie sesión con su frase de contraseña.</translation>
  </message>
  <message>
   <source>Restore a backup.</source>
   <translation>Restaure una copia de seguridad.</translation>
  </message>
  <message>
   <source>Sign in again.</source>
   <translation>Inicie sesión de nuevo.</translation>
  </message>
  <message>
   <source>Open it for writing, or work on a copy of it.</source>
   <translation>Ábralo para escritura o trabaje en una copia.</translation>
  </message>
  <message>
   <source>{path} cannot be made: {error}.</source>
   <translation>No se puede crear {path}: {error}.</translation>
  </message>
  <message>
   <source>Another program is writing to this registry.</source>
   <translation>Otro programa está escribiendo en este registro.</translation>
  </message>
  <message>
   <source>Choose another name for the new registry.</source>
   <translation>Elija otro nombre para el registro nuevo.</translation>
  </message>
  <message>
   <source>Try again in a moment.</source>
   <translation>Inténtelo de nuevo dentro de un momento.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/drafts.py</name>
  <message>
   <source>The patient of this entry is no longer in the registry.</source>
   <translation>El paciente de esta entrada ya no está en el registro.</translation>
  </message>
  <message>
   <source>What you typed is still in the form.</source>
   <translation>Lo que usted escribió sigue en el formulario.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/edit.py</name>
  <message>
   <source>Nothing was written.</source>
   <translation>No se escribió nada.</translation>
  </message>
  <message>
   <source>The file refused the entry: {reason}.</source>
   <translation>El archivo rechazó la entrada: {reason}.</translation>
  </message>
  <message>
   <source>The registry ID {patient_id} is taken.</source>
   <translation>El ID de registro {patient_id} ya está en uso.</translation>
  </message>
  <message>
   <source>This patient already has a mass {mass_id}.</source>
   <translation>Este paciente ya tiene una masa {mass_id}.</translation>
  </message>
  <message>
   <source>The mass {mass_id} and its measurements would no longer belong together.</source>
   <translation>La masa {mass_id} y sus mediciones dejarían de corresponderse.</translation>
  </message>
  <message>
   <source>This entry was changed by someone else while you were editing it.</source>
   <translation>Otra persona cambió esta entrada mientras usted la editaba.</translation>
  </message>
  <message>
   <source>The entry was not there at that time.</source>
   <translation>La entrada no existía en ese momento.</translation>
  </message>
  <message>
   <source>This entry was changed by someone else meanwhile.</source>
   <translation>Otra persona cambió esta entrada entretanto.</translation>
  </message>
  <message>
   <source>“{step}” cannot be undone: the entry was changed since.</source>
   <translation>«{step}» no se puede deshacer: la entrada cambió después.</translation>
  </message>
  <message>
   <source>Use another one.</source>
   <translation>Use otro.</translation>
  </message>
  <message>
   <source>Use another number.</source>
   <translation>Use otro número.</translation>
  </message>
  <message>
   <source>Choose a mass of this patient.</source>
   <translation>Elija una masa de este paciente.</translation>
  </message>
  <message>
   <source>Nothing was overwritten.</source>
   <translation>No se sobrescribió nada.</translation>
  </message>
  <message>
   <source>Look at the new state, then enter your change again.</source>
   <translation>Revise el estado nuevo y vuelva a introducir su cambio.</translation>
  </message>
  <message>
   <source>Remove the entry instead.</source>
   <translation>Elimine la entrada en su lugar.</translation>
  </message>
  <message>
   <source>Nothing was removed.</source>
   <translation>No se eliminó nada.</translation>
  </message>
  <message>
   <source>Look at the new state, then remove it if that is still right.</source>
   <translation>Revise el estado nuevo y elimínela si sigue siendo correcto.</translation>
  </message>
  <message>
   <source>Other entries belong to this one.</source>
   <translation>Otras entradas dependen de esta.</translation>
  </message>
  <message numerus="yes">
   <source>{n} imported entries of {table} were changed since.</source>
   <translation>
    <numerusform>{n} entrada importada de {table} cambió después.</numerusform>
    <numerusform>{n} entradas importadas de {table} cambiaron después.</numerusform>
   </translation>
  </message>
  <message>
   <source>Entries were added to the imported patients since.</source>
   <translation>Después se añadieron entradas a los pacientes importados.</translation>
  </message>
  <message>
   <source>Edit the entry itself.</source>
   <translation>Edite la propia entrada.</translation>
  </message>
  <message>
   <source>Remove those first.</source>
   <translation>Elimine primero esas.</translation>
  </message>
  <message>
   <source>Remove entries one by one.</source>
   <translation>Elimine las entradas una a una.</translation>
  </message>
  <message>
   <source>Undo those first.</source>
   <translation>Deshaga primero esos cambios.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/entering.py</name>
  <message>
   <source>{file} was made by an older version of this program.</source>
   <translation>{file} fue creado por una versión más antigua de este programa.</translation>
  </message>
  <message>
   <source>Open it for writing once, or a copy of it: it is brought up then.</source>
   <translation>Ábralo una vez para escritura, o una copia: entonces se actualiza.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/erasure.py</name>
  <message>
   <source>Erase a person</source>
   <translation>Borrar a una persona</translation>
  </message>
  <message>
   <source>A person is erased only with a reason.</source>
   <translation>Una persona solo se borra con un motivo.</translation>
  </message>
  <message>
   <source>There is no such patient in this registry, and there never was.</source>
   <translation>No hay tal paciente en este registro, ni lo hubo nunca.</translation>
  </message>
  <message>
   <source>Nothing was erased.</source>
   <translation>No se borró nada.</translation>
  </message>
  <message>
   <source>Say who asked for it, and when; it is kept in the audit.</source>
   <translation>Diga quién lo pidió y cuándo; queda en la auditoría.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/heads.py</name>
  <message>
   <source>the audit ends at entry {last}, but {seen} knows entry {seq}: an older copy was put in the registry's place</source>
   <translation>la auditoría termina en la entrada {last}, pero {seen} conoce la entrada {seq}: se puso una copia más antigua en lugar del registro</translation>
  </message>
  <message>
   <source>entry {seq} is not the one that {seen} knows: the audit was written anew</source>
   <translation>la entrada {seq} no es la que conoce {seen}: la auditoría se escribió de nuevo</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/holding.py</name>
  <message>
   <source>Close it there first.</source>
   <translation>Ciérrelo allí antes.</translation>
  </message>
  <message>
   <source>Another program is working on {file}: {user} on {host}, process {pid}, since {since}.</source>
   <translation>Otro programa trabaja en {file}: {user} en {host}, proceso {pid}, desde {since}.</translation>
  </message>
  <message>
   <source>Another program is working on {file}.</source>
   <translation>Otro programa trabaja en {file}.</translation>
  </message>
  <message>
   <source>The folder of {file} cannot be written to: {error}.</source>
   <translation>No se puede escribir en la carpeta de {file}: {error}.</translation>
  </message>
  <message>
   <source>Copy the registry to a folder of your own, or open it for reading only.</source>
   <translation>Copie el registro a una carpeta propia o ábralo solo para lectura.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/in_use.py</name>
  <message>
   <source>{file} cannot be read: {error}.</source>
   <translation>No se puede leer {file}: {error}.</translation>
  </message>
  <message>
   <source>Check who may read the file, or take it from a backup of this registry.</source>
   <translation>Compruebe quién puede leer el archivo o tómelo de una copia de seguridad de este registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/migrations.py</name>
  <message>
   <source>{file} was made by a newer version of this program (file version {version}, this program knows {known}).</source>
   <translation>{file} se creó con una versión más reciente de este programa (versión del archivo {version}; este programa conoce la {known}).</translation>
  </message>
  <message>
   <source>Install the newer version to open it.</source>
   <translation>Instale la versión más reciente para abrirlo.</translation>
  </message>
  <message>
   <source>The journal of {file} is no longer protected: {guards} is missing.</source>
   <translation>El diario de {file} ya no está protegido: falta {guards}.</translation>
  </message>
  <message>
   <source>Restore a backup, or ask for help before writing to this file.</source>
   <translation>Restaure una copia de seguridad o pida ayuda antes de escribir en este archivo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/opening.py</name>
  <message>
   <source>Its keys are in {found}: copy that file to {keys}.</source>
   <translation>Sus claves están en {found}: copie ese archivo como {keys}.</translation>
  </message>
  <message>
   <source>{file} is not a calcinosis registry.</source>
   <translation>{file} no es un registro de calcinosis.</translation>
  </message>
  <message>
   <source>{file} cannot be opened as a registry: it is another kind of file.</source>
   <translation>{file} no se puede abrir como registro: es otra clase de archivo.</translation>
  </message>
  <message>
   <source>{file} is cut off: its end is missing.</source>
   <translation>{file} está cortado: falta su final.</translation>
  </message>
  <message>
   <source>{file} is empty.</source>
   <translation>{file} está vacío.</translation>
  </message>
  <message>
   <source>{file} is a backup.</source>
   <translation>{file} es una copia de seguridad.</translation>
  </message>
  <message>
   <source>{file} is not encrypted, but {keys} lies beside it: it is not the file that was made with these keys.</source>
   <translation>{file} no está cifrado, pero {keys} está a su lado: no es el archivo que se creó con estas claves.</translation>
  </message>
  <message>
   <source>{file} is not encrypted, but its backups are: it is not the file that they were made of.</source>
   <translation>{file} no está cifrado, pero sus copias de seguridad sí: no es el archivo del que se hicieron.</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>Elija otro archivo.</translation>
  </message>
  <message>
   <source>{keys} does not belong to {file}, or the beginning of the file is damaged.</source>
   <translation>{keys} no pertenece a {file}, o el comienzo del archivo está dañado.</translation>
  </message>
  <message>
   <source>{file} is encrypted, but its keys are missing: {keys}.</source>
   <translation>{file} está cifrado, pero faltan sus claves: {keys}.</translation>
  </message>
  <message>
   <source>Restore a backup; an empty file is what a full disk may leave behind.</source>
   <translation>Restaure una copia de seguridad; un disco lleno puede dejar un archivo vacío.</translation>
  </message>
  <message>
   <source>Restore it under a new name, or open it for reading only.</source>
   <translation>Restáurela con otro nombre o ábrala solo para lectura.</translation>
  </message>
  <message>
   <source>Restore a backup. If the file is meant to be open to everybody, move the keys file away.</source>
   <translation>Restaure una copia de seguridad. Si el archivo debe estar abierto a todos, retire el archivo de claves.</translation>
  </message>
  <message>
   <source>Restore a backup. If the file is meant to be open to everybody, move the folder of backups away.</source>
   <translation>Restaure una copia de seguridad. Si el archivo debe estar abierto a todos, aparte la carpeta de las copias de seguridad.</translation>
  </message>
  <message>
   <source>Put the right keys file beside it, or restore a backup with its keys.</source>
   <translation>Ponga a su lado el archivo de claves correcto o restaure una copia de seguridad con sus claves.</translation>
  </message>
  <message>
   <source>Put the keys file back beside the registry, for instance from a backup.</source>
   <translation>Vuelva a poner el archivo de claves junto al registro, por ejemplo de una copia de seguridad.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/past.py</name>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/personal_keys.py</name>
  <message>
   <source>(erased)</source>
   <translation>(borrado)</translation>
  </message>
  <message>
   <source>This person was erased from the registry at their wish.</source>
   <translation>Esta persona fue borrada del registro por su deseo.</translation>
  </message>
  <message>
   <source>A person who comes again is entered as a new patient.</source>
   <translation>Una persona que vuelve se introduce como paciente nuevo.</translation>
  </message>
  <message>
   <source>An entry of the journal was altered and cannot be read.</source>
   <translation>Una entrada del diario fue alterada y no se puede leer.</translation>
  </message>
  <message>
   <source>The records themselves are not affected.</source>
   <translation>Los registros mismos no están afectados.</translation>
  </message>
  <message>
   <source>Verify the registry, and compare it with a backup.</source>
   <translation>Verifique el registro y compárelo con una copia de seguridad.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/places.py</name>
  <message>
   <source>{file} lies on a network share ({kind}).</source>
   <translation>{file} está en una carpeta de red ({kind}).</translation>
  </message>
  <message>
   <source>Everybody on this computer may read or write {file}.</source>
   <translation>Todos en este equipo pueden leer o escribir {file}.</translation>
  </message>
  <message>
   <source>It was not opened.</source>
   <translation>No se abrió.</translation>
  </message>
  <message>
   <source>Copy it to a disk of this computer: on a share two computers can destroy it.</source>
   <translation>Cópielo a un disco de este equipo: en una carpeta de red, dos equipos pueden destruirlo.</translation>
  </message>
  <message>
   <source>Make it yours alone first: chmod 600 {path}</source>
   <translation>Hágalo antes solo suyo: chmod 600 {path}</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/ranges.py</name>
  <message>
   <source>Set reference ranges</source>
   <translation>Fijar intervalos de referencia</translation>
  </message>
  <message>
   <source>Two ranges for {analyte} hold for the same people: from {low} and from {high} years.</source>
   <translation>Dos intervalos de {analyte} valen para las mismas personas: desde {low} y desde {high} años.</translation>
  </message>
  <message>
   <source>The ranges are as they were.</source>
   <translation>Los intervalos siguen como estaban.</translation>
  </message>
  <message>
   <source>Let one end at the age at which the other begins.</source>
   <translation>Haga que uno termine a la edad en que empieza el otro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/salvage.py</name>
  <message>
   <source>{file} is open.</source>
   <translation>{file} está abierto.</translation>
  </message>
  <message>
   <source>{file} was made by a newer version of this program.</source>
   <translation>{file} se hizo con una versión más reciente de este programa.</translation>
  </message>
  <message>
   <source>Close it first.</source>
   <translation>Ciérrelo primero.</translation>
  </message>
  <message>
   <source>The damaged registry cannot be copied aside: {error}.</source>
   <translation>No se puede apartar una copia del registro dañado: {error}.</translation>
  </message>
  <message>
   <source>Nothing in {file} can be read: {error}.</source>
   <translation>No se puede leer nada en {file}: {error}.</translation>
  </message>
  <message>
   <source>Copy the file to another disk, then save what is readable in the copy.</source>
   <translation>Copie el archivo a otro disco y salve lo que se pueda leer en la copia.</translation>
  </message>
  <message>
   <source>If it is encrypted, sign in with its keys beside it. Otherwise restore a backup.</source>
   <translation>Si está cifrado, inicie sesión con sus claves junto a él. Si no, restaure una copia de seguridad.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/salvage_writing.py</name>
  <message>
   <source>The own row of this patient could not be read; it was made anew on salvage.</source>
   <translation>La fila propia de este paciente no se pudo leer; se hizo de nuevo al salvar los datos.</translation>
  </message>
  <message>
   <source>The own row of this mass could not be read; it was made anew on salvage.</source>
   <translation>La fila propia de esta masa no se pudo leer; se hizo de nuevo al salvar los datos.</translation>
  </message>
  <message>
   <source>lost, made anew on salvage</source>
   <translation>perdido, hecho de nuevo al salvar los datos</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/sealing.py</name>
  <message>
   <source>The clock went back</source>
   <translation>El reloj retrocedió</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/signatures.py</name>
  <message>
   <source>Sign results</source>
   <translation>Firmar resultados</translation>
  </message>
  <message>
   <source>A result was changed or removed while you were looking at it.</source>
   <translation>Un resultado fue cambiado o eliminado mientras usted lo miraba.</translation>
  </message>
  <message>
   <source>Nothing was signed.</source>
   <translation>No se firmó nada.</translation>
  </message>
  <message>
   <source>Look at the new state, then sign it.</source>
   <translation>Mire el estado nuevo y luego fírmelo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/soundness.py</name>
  <message>
   <source>the database engine is not SQLCipher: files would be written unencrypted</source>
   <translation>el motor de la base de datos no es SQLCipher: los archivos se escribirían sin cifrar</translation>
  </message>
  <message>
   <source>row {row} of {table} points at a missing row of {other}</source>
   <translation>la fila {row} de {table} apunta a una fila de {other} que no existe</translation>
  </message>
  <message>
   <source>{kind} {name} is missing</source>
   <translation>falta {kind} {name}</translation>
  </message>
  <message>
   <source>{kind} {name} does not belong to this program</source>
   <translation>{kind} {name} no pertenece a este programa</translation>
  </message>
  <message>
   <source>{kind} {name} was altered</source>
   <translation>{kind} {name} fue alterado</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>y {n} más</translation>
  </message>
  <message>
   <source>{n} unused pages are damaged; all records are readable: make a backup and restore it under a new name</source>
   <translation>{n} páginas sin uso están dañadas; todos los datos se pueden leer: haga una copia de seguridad y restáurela con otro nombre</translation>
  </message>
  <message>
   <source>pages cannot be read: {error}</source>
   <translation>hay páginas que no se pueden leer: {error}</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/unwritable.py</name>
  <message>
   <source>The disk is full.</source>
   <translation>El disco está lleno.</translation>
  </message>
  <message>
   <source>Free some space, then try again.</source>
   <translation>Libere espacio e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>This registry is closed to writing.</source>
   <translation>No se puede escribir en este registro.</translation>
  </message>
  <message>
   <source>Check who may write to the file and its folder, or work on a copy.</source>
   <translation>Compruebe quién puede escribir en el archivo y en su carpeta, o trabaje con una copia.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault.py</name>
  <message>
   <source>The passphrase does not fit.</source>
   <translation>La frase de contraseña no es correcta.</translation>
  </message>
  <message>
   <source>Nobody called {user} can open this registry.</source>
   <translation>Nadie llamado {user} puede abrir este registro.</translation>
  </message>
  <message>
   <source>Type it again; capital letters count. Without it, the printed recovery code opens the registry.</source>
   <translation>Escríbala de nuevo; las mayúsculas cuentan. Sin ella, el código de recuperación impreso abre el registro.</translation>
  </message>
  <message>
   <source>Check the name, or ask an administrator of this registry.</source>
   <translation>Compruebe el nombre o pregunte a un administrador de este registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_attempts.py</name>
  <message numerus="yes">
   <source>{n} sign-ins to this registry have failed in a row.</source>
   <translation>
    <numerusform>Ha fallado un inicio de sesión en este registro.</numerusform>
    <numerusform>Han fallado {n} inicios de sesión seguidos en este registro.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Try again in {n} seconds.</source>
   <translation>
    <numerusform>Inténtelo de nuevo en {n} segundo.</numerusform>
    <numerusform>Inténtelo de nuevo en {n} segundos.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_code.py</name>
  <message>
   <source>This is not a whole recovery code, or a letter of it is wrong.</source>
   <translation>Este código de recuperación no está completo o tiene una letra equivocada.</translation>
  </message>
  <message>
   <source>Compare it with the printed code and type it again.</source>
   <translation>Compárelo con el código impreso y escríbalo de nuevo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_file.py</name>
  <message>
   <source>{file} is damaged, or was altered by somebody without a key.</source>
   <translation>{file} está dañado o fue alterado por alguien sin clave.</translation>
  </message>
  <message>
   <source>Take the keys file from a backup of this registry.</source>
   <translation>Tome el archivo de claves de una copia de seguridad de este registro.</translation>
  </message>
  <message>
   <source>The keys of this registry are missing: {file}.</source>
   <translation>Faltan las claves de este registro: {file}.</translation>
  </message>
  <message>
   <source>The keys cannot be written: {error}.</source>
   <translation>No se pueden escribir las claves: {error}.</translation>
  </message>
  <message>
   <source>They are as they were.</source>
   <translation>Están como estaban.</translation>
  </message>
  <message>
   <source>Free space on the disk, or check that its folder may be written to.</source>
   <translation>Libere espacio en el disco o compruebe que se puede escribir en su carpeta.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_keys.py</name>
  <message>
   <source>A person needs a name.</source>
   <translation>Una persona necesita un nombre.</translation>
  </message>
  <message>
   <source>There is a person called {user} already.</source>
   <translation>Ya hay una persona llamada {user}.</translation>
  </message>
  <message numerus="yes">
   <source>A passphrase has at least {n} characters.</source>
   <translation>
    <numerusform>Una frase de contraseña tiene al menos un carácter.</numerusform>
    <numerusform>Una frase de contraseña tiene al menos {n} caracteres.</numerusform>
   </translation>
  </message>
  <message>
   <source>Give a user name.</source>
   <translation>Indique un nombre de usuario.</translation>
  </message>
  <message>
   <source>Several words in a row are easy to keep in mind.</source>
   <translation>Varias palabras seguidas se recuerdan con facilidad.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_people.py</name>
  <message>
   <source>{file} is encrypted already, or is no registry.</source>
   <translation>{file} ya está cifrado o no es un registro.</translation>
  </message>
  <message>
   <source>Check the name.</source>
   <translation>Compruebe el nombre.</translation>
  </message>
  <message>
   <source>A registry needs an administrator.</source>
   <translation>Un registro necesita un administrador.</translation>
  </message>
  <message>
   <source>You cannot remove yourself.</source>
   <translation>No puede eliminarse a sí mismo.</translation>
  </message>
  <message>
   <source>The recovery code does not fit this registry.</source>
   <translation>El código de recuperación no corresponde a este registro.</translation>
  </message>
  <message>
   <source>Make another person administrator first.</source>
   <translation>Haga antes administrador a otra persona.</translation>
  </message>
  <message>
   <source>Another administrator can.</source>
   <translation>Otro administrador puede hacerlo.</translation>
  </message>
  <message>
   <source>Compare it with the code that was printed last for this registry.</source>
   <translation>Compárelo con el último código impreso para este registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_rekey.py</name>
  <message>
   <source>The registry could not be written under a new key: {reason}.</source>
   <translation>No se pudo escribir el registro con una clave nueva: {reason}.</translation>
  </message>
  <message>
   <source>the copy is not the same</source>
   <translation>la copia no es igual</translation>
  </message>
  <message>
   <source>It is as it was, and so are its keys.</source>
   <translation>Está como estaba, igual que sus claves.</translation>
  </message>
  <message>
   <source>Free space on the disk: as much again as the registry takes.</source>
   <translation>Libere espacio en el disco: tanto como ocupa el registro.</translation>
  </message>
  <message>
   <source>{file} is open elsewhere in this program.</source>
   <translation>{file} está abierto en otra parte de este programa.</translation>
  </message>
  <message>
   <source>Close it first: its keys can only be changed while nobody works on it.</source>
   <translation>Ciérrelo antes: sus claves solo se pueden cambiar cuando nadie trabaja en él.</translation>
  </message>
 </context>
 <context>
  <name>desktop/db/vault_slots.py</name>
  <message>
   <source>The keys of this registry were altered: the cost of a passphrase is out of bounds.</source>
   <translation>Las claves de este registro fueron alteradas: el coste de una frase de contraseña está fuera de los límites.</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/audit.py</name>
  <message>
   <source>Change</source>
   <translation>Cambio</translation>
  </message>
  <message>
   <source>Step taken back</source>
   <translation>Paso deshecho</translation>
  </message>
  <message>
   <source>Step done again</source>
   <translation>Paso rehecho</translation>
  </message>
  <message>
   <source>Import of data</source>
   <translation>Importación de datos</translation>
  </message>
  <message>
   <source>Sign-in</source>
   <translation>Inicio de sesión</translation>
  </message>
  <message>
   <source>Sign-out</source>
   <translation>Cierre de sesión</translation>
  </message>
  <message>
   <source>Failed sign-in</source>
   <translation>Inicio de sesión fallido</translation>
  </message>
  <message>
   <source>Lock of the window</source>
   <translation>Bloqueo de la ventana</translation>
  </message>
  <message>
   <source>Export of data</source>
   <translation>Exportación de datos</translation>
  </message>
  <message>
   <source>Document made</source>
   <translation>Documento emitido</translation>
  </message>
  <message>
   <source>Backup made</source>
   <translation>Copia de seguridad hecha</translation>
  </message>
  <message>
   <source>Restored from a backup</source>
   <translation>Restaurado desde una copia de seguridad</translation>
  </message>
  <message>
   <source>Warning overridden</source>
   <translation>Advertencia ignorada con motivo</translation>
  </message>
  <message>
   <source>Role changed</source>
   <translation>Función cambiada</translation>
  </message>
  <message>
   <source>People with access</source>
   <translation>Personas con acceso</translation>
  </message>
  <message>
   <source>Person erased</source>
   <translation>Persona borrada</translation>
  </message>
  <message>
   <source>Registry verified</source>
   <translation>Registro verificado</translation>
  </message>
  <message>
   <source>Recovery code used</source>
   <translation>Código de recuperación usado</translation>
  </message>
  <message>
   <source>Results signed</source>
   <translation>Resultados firmados</translation>
  </message>
  <message>
   <source>Clock went back</source>
   <translation>El reloj retrocedió</translation>
  </message>
  <message>
   <source>This result is signed: it changes only with a reason.</source>
   <translation>Este resultado está firmado: solo se cambia con un motivo.</translation>
  </message>
  <message numerus="yes">
   <source>{n} entries of the audit stay: who did which step when, without their content.</source>
   <translation>
    <numerusform>{n} entrada de la auditoría permanece: quién hizo qué paso y cuándo, sin su contenido.</numerusform>
    <numerusform>{n} entradas de la auditoría permanecen: quién hizo qué paso y cuándo, sin su contenido.</numerusform>
   </translation>
  </message>
  <message>
   <source>Backups made before now hold the person until they are thinned or deleted.</source>
   <translation>Las copias de seguridad anteriores contienen a la persona hasta que se depuren o se eliminen.</translation>
  </message>
  <message numerus="yes">
   <source>{n} exports were made since the person came; what was handed out is not recalled.</source>
   <translation>
    <numerusform>Se hizo {n} exportación desde que la persona llegó; lo entregado no se recupera.</numerusform>
    <numerusform>Se hicieron {n} exportaciones desde que la persona llegó; lo entregado no se recupera.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} documents were made about the person; paper and files stay where they are.</source>
   <translation>
    <numerusform>Se emitió {n} documento sobre la persona; el papel y los archivos quedan donde están.</numerusform>
    <numerusform>Se emitieron {n} documentos sobre la persona; el papel y los archivos quedan donde están.</numerusform>
   </translation>
  </message>
  <message>
   <source>Lists of pseudonyms that the clinic keeps may name the person.</source>
   <translation>Las listas de seudónimos que guarda la clínica pueden nombrar a la persona.</translation>
  </message>
  <message>
   <source>{text} is not the audit mark of a document.</source>
   <translation>{text} no es la marca de auditoría de un documento.</translation>
  </message>
  <message>
   <source>Nothing was changed; the signature stands.</source>
   <translation>No se cambió nada; la firma sigue en pie.</translation>
  </message>
  <message>
   <source>Give the reason. It is kept in the audit, and the signature ends.</source>
   <translation>Dé el motivo. Queda en la auditoría, y la firma deja de valer.</translation>
  </message>
  <message numerus="yes">
   <source>{n} entries of relatives name the registry ID of the person.</source>
   <translation>
    <numerusform>{n} entrada de un familiar nombra el ID de registro de la persona.</numerusform>
    <numerusform>{n} entradas de familiares nombran el ID de registro de la persona.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copies beside the registry hold the person: {names}.</source>
   <translation>Las copias junto al registro contienen a la persona: {names}.</translation>
  </message>
  <message>
   <source>Another program has the registry open: close it, so that the last traces leave the file.</source>
   <translation>Otro programa tiene el registro abierto: ciérrelo para que los últimos rastros salgan del archivo.</translation>
  </message>
  <message>
   <source>It looks like 1234·9f3c2a10 and stands in the foot of each page.</source>
   <translation>Tiene la forma 1234·9f3c2a10 y está al pie de cada página.</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/cell_checks.py</name>
  <message>
   <source>not a choice</source>
   <translation>no es una de las opciones</translation>
  </message>
  <message>
   <source>a number with . as decimal mark</source>
   <translation>un número con . como separador decimal</translation>
  </message>
  <message>
   <source>not a site of the vocabulary: kept as text</source>
   <translation>no es un sitio del vocabulario: se conserva como texto</translation>
  </message>
  <message>
   <source>a value is required</source>
   <translation>se requiere un valor</translation>
  </message>
  <message>
   <source>not one of the choices; did you mean {choice}</source>
   <translation>no es una de las opciones; ¿quiso decir {choice}?</translation>
  </message>
  <message>
   <source>a birth date cannot be an age</source>
   <translation>una fecha de nacimiento no puede ser una edad</translation>
  </message>
  <message>
   <source>a date, perhaps partial</source>
   <translation>una fecha, aunque sea parcial</translation>
  </message>
  <message>
   <source>a number above 0; for a mass that is gone, not_detectable = yes</source>
   <translation>un número mayor que 0; para una masa que ya no está, not_detectable = yes</translation>
  </message>
  <message>
   <source>free text, not used by the guidance</source>
   <translation>texto libre, la guía no lo usa</translation>
  </message>
  <message>
   <source>a code unknown here: kept, not interpreted</source>
   <translation>código desconocido aquí: se conserva, no se interpreta</translation>
  </message>
  <message>
   <source>not a number</source>
   <translation>no es un número</translation>
  </message>
  <message>
   <source>not an HPO id</source>
   <translation>no es un identificador HPO</translation>
  </message>
  <message>
   <source>HP: and seven digits</source>
   <translation>HP: y siete cifras</translation>
  </message>
  <message>
   <source>LOINC check digit is wrong</source>
   <translation>el dígito de control LOINC es incorrecto</translation>
  </message>
  <message>
   <source>a LOINC code</source>
   <translation>un código LOINC</translation>
  </message>
  <message>
   <source>not a time</source>
   <translation>no es una fecha ni una edad</translation>
  </message>
  <message>
   <source>an age above 130 years</source>
   <translation>una edad superior a 130 años</translation>
  </message>
  <message>
   <source>a size must be above 0</source>
   <translation>un tamaño debe ser mayor que 0</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/checks.py</name>
  <message>
   <source>the patient cannot be their own relative</source>
   <translation>el paciente no puede ser su propio familiar</translation>
  </message>
  <message>
   <source>a mass cannot have split from itself</source>
   <translation>una masa no puede haberse separado de sí misma</translation>
  </message>
  <message>
   <source>a mass cannot have merged into itself</source>
   <translation>una masa no puede haberse unido a sí misma</translation>
  </message>
  <message>
   <source>a recurrence of itself; name the mass that was there before</source>
   <translation>recurrencia de sí misma; indique la masa que había antes</translation>
  </message>
  <message>
   <source>not detectable, yet a size is given</source>
   <translation>no detectable, pero se indica un tamaño</translation>
  </message>
  <message>
   <source>no size given: the mass counts as seen</source>
   <translation>sin tamaño: la masa cuenta como vista</translation>
  </message>
  <message>
   <source>pain is told from 0 to 10</source>
   <translation>el dolor se indica de 0 a 10</translation>
  </message>
  <message>
   <source>HGNC symbols of human genes are in capitals</source>
   <translation>los símbolos HGNC de genes humanos van en mayúsculas</translation>
  </message>
  <message>
   <source>before the start</source>
   <translation>antes del inicio</translation>
  </message>
  <message>
   <source>a later time</source>
   <translation>una fecha posterior</translation>
  </message>
  <message>
   <source>not an interval</source>
   <translation>no es un intervalo de tiempo</translation>
  </message>
  <message>
   <source>such as P3M, P2W or P1Y, or never</source>
   <translation>como P3M, P2W o P1Y, o never</translation>
  </message>
  <message>
   <source>before the birth of the patient</source>
   <translation>antes del nacimiento del paciente</translation>
  </message>
  <message>
   <source>a time from {birth} on</source>
   <translation>una fecha desde {birth}</translation>
  </message>
  <message>
   <source>another registry ID</source>
   <translation>otro ID de registro</translation>
  </message>
  <message>
   <source>another mass</source>
   <translation>otra masa</translation>
  </message>
  <message>
   <source>one or the other</source>
   <translation>uno u otro</translation>
  </message>
  <message>
   <source>0 to 10</source>
   <translation>de 0 a 10</translation>
  </message>
  <message>
   <source>unusual for this relation, please confirm</source>
   <translation>inusual para este parentesco, confirme</translation>
  </message>
  <message>
   <source>needed for a note</source>
   <translation>necesario para una nota</translation>
  </message>
  <message>
   <source>after the death of the patient</source>
   <translation>después del fallecimiento del paciente</translation>
  </message>
  <message>
   <source>needed where something is put off</source>
   <translation>necesario cuando algo se pospone</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/consent_checks.py</name>
  <message>
   <source>given here, while the patient's own record has no consent or a withdrawn one</source>
   <translation>otorgado aquí, pero la entrada del propio paciente no tiene consentimiento o está retirado</translation>
  </message>
  <message>
   <source>given here, while the patient's own record has consent for the registry alone</source>
   <translation>otorgado aquí, pero la entrada del propio paciente solo tiene consentimiento para el registro</translation>
  </message>
  <message>
   <source>another entry of the same time says otherwise for this purpose</source>
   <translation>otra entrada de la misma fecha dice lo contrario para esta finalidad</translation>
  </message>
  <message>
   <source>not given here, while the patient's own record still has this consent</source>
   <translation>no otorgado aquí, pero la entrada del propio paciente aún tiene este consentimiento</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/disorders.py</name>
  <message>
   <source>Hyperphosphatemic tumoral calcinosis</source>
   <translation>Calcinosis tumoral hiperfosfatémica</translation>
  </message>
  <message>
   <source>Normophosphatemic tumoral calcinosis</source>
   <translation>Calcinosis tumoral normofosfatémica</translation>
  </message>
  <message>
   <source>Acquired hyperphosphatemic calcinosis</source>
   <translation>Calcinosis hiperfosfatémica adquirida</translation>
  </message>
  <message>
   <source>Metastatic calcification with hypercalcemia</source>
   <translation>Calcificación metastásica con hipercalcemia</translation>
  </message>
  <message>
   <source>Post-traumatic dystrophic calcification</source>
   <translation>Calcificación distrófica postraumática</translation>
  </message>
  <message>
   <source>Calcinosis circumscripta</source>
   <translation>Calcinosis circunscrita</translation>
  </message>
  <message>
   <source>Calcinosis universalis</source>
   <translation>Calcinosis universal</translation>
  </message>
  <message>
   <source>Myositis ossificans</source>
   <translation>Miositis osificante</translation>
  </message>
  <message>
   <source>Fibrodysplasia ossificans progressiva (FOP)</source>
   <translation>Fibrodisplasia osificante progresiva (FOP)</translation>
  </message>
  <message>
   <source>Progressive osseous heteroplasia</source>
   <translation>Heteroplasia ósea progresiva</translation>
  </message>
  <message>
   <source>Calciphylaxis</source>
   <translation>Calcifilaxis</translation>
  </message>
  <message>
   <source>Gouty tophus</source>
   <translation>Tofo gotoso</translation>
  </message>
  <message>
   <source>Calcific tendinitis</source>
   <translation>Tendinitis calcificante</translation>
  </message>
  <message>
   <source>Synovial chondromatosis</source>
   <translation>Condromatosis sinovial</translation>
  </message>
  <message>
   <source>Soft-tissue sarcoma</source>
   <translation>Sarcoma de partes blandas</translation>
  </message>
  <message>
   <source>secondary hyperparathyroidism on dialysis</source>
   <translation>hiperparatiroidismo secundario en diálisis</translation>
  </message>
  <message>
   <source>hypoparathyroidism</source>
   <translation>hipoparatiroidismo</translation>
  </message>
  <message>
   <source>pseudohypoparathyroidism</source>
   <translation>pseudohipoparatiroidismo</translation>
  </message>
  <message>
   <source>tumor lysis after chemotherapy</source>
   <translation>lisis tumoral tras quimioterapia</translation>
  </message>
  <message>
   <source>sarcoidosis</source>
   <translation>sarcoidosis</translation>
  </message>
  <message>
   <source>vitamin D intoxication</source>
   <translation>intoxicación por vitamina D</translation>
  </message>
  <message>
   <source>milk-alkali syndrome</source>
   <translation>síndrome de leche y alcalinos</translation>
  </message>
  <message>
   <source>primary hyperparathyroidism</source>
   <translation>hiperparatiroidismo primario</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/lab_checks.py</name>
  <message>
   <source>a vocabulary key or LOINC code</source>
   <translation>una clave del vocabulario o un código LOINC</translation>
  </message>
  <message>
   <source>a result needs a value with unit, or a flag alone</source>
   <translation>un resultado necesita un valor con unidad, o solo una indicación (alto, normal, bajo)</translation>
  </message>
  <message>
   <source>a unit or comparator without a value</source>
   <translation>una unidad o un comparador sin valor</translation>
  </message>
  <message>
   <source>marked as not there, yet there is a result</source>
   <translation>marcado como no disponible, pero hay un resultado</translation>
  </message>
  <message>
   <source>not an analyte of the vocabulary</source>
   <translation>no es una determinación del vocabulario</translation>
  </message>
  <message>
   <source>outside {low} to {high} {unit}: unit or typing error</source>
   <translation>fuera de {low} a {high} {unit}: error de unidad o de escritura</translation>
  </message>
  <message>
   <source>low first, then high</source>
   <translation>primero el inferior, después el superior</translation>
  </message>
  <message>
   <source>does not fit the printed interval: number and interval decide</source>
   <translation>no concuerda con el intervalo impreso: deciden el número y el intervalo</translation>
  </message>
  <message>
   <source>an analyte unknown here: kept, not interpreted</source>
   <translation>determinación desconocida aquí: se conserva, no se interpreta</translation>
  </message>
  <message>
   <source>not a unit of {analyte}</source>
   <translation>no es una unidad de {analyte}</translation>
  </message>
  <message>
   <source>a mass code with the unit {unit}; the unit is trusted</source>
   <translation>un código de masa con la unidad {unit}; prevalece la unidad</translation>
  </message>
  <message>
   <source>a molar code with the unit {unit}; the unit is trusted</source>
   <translation>un código molar con la unidad {unit}; prevalece la unidad</translation>
  </message>
  <message>
   <source>a number, or no unit</source>
   <translation>un número, o ninguna unidad</translation>
  </message>
  <message>
   <source>a value needs its unit</source>
   <translation>un valor necesita su unidad</translation>
  </message>
  <message>
   <source>above ref_high</source>
   <translation>por encima de ref_high</translation>
  </message>
  <message>
   <source>unusual, please confirm</source>
   <translation>inusual, confirme</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/naming.py</name>
  <message>
   <source>name not recorded</source>
   <translation>nombre no registrado</translation>
  </message>
  <message>
   <source>birth date not recorded</source>
   <translation>fecha de nacimiento no registrada</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/problems.py</name>
  <message>
   <source>{cell}: {rule}. Accepted: {accepted}.</source>
   <translation>{cell}: {rule}. Se acepta: {accepted}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/ranges.py</name>
  <message>
   <source>no analyte of the vocabulary</source>
   <translation>no es una determinación del vocabulario</translation>
  </message>
  <message>
   <source>no unit of {analyte}</source>
   <translation>no es una unidad de {analyte}</translation>
  </message>
  <message>
   <source>an age above age_low_years; it is the first one outside the range</source>
   <translation>una edad superior a age_low_years; es la primera fuera del intervalo</translation>
  </message>
  <message>
   <source>the vocabulary lacks this LOINC code</source>
   <translation>el vocabulario no contiene este código LOINC</translation>
  </message>
  <message>
   <source>ranges of different methods must not be mixed up</source>
   <translation>no deben mezclarse intervalos de métodos distintos</translation>
  </message>
  <message>
   <source>years from 0 to {oldest}, or empty</source>
   <translation>años de 0 a {oldest}, o vacío</translation>
  </message>
  <message>
   <source>a number with . as decimal mark, or empty</source>
   <translation>un número con . como separador decimal, o vacío</translation>
  </message>
  <message>
   <source>{low} to {high} {unit}</source>
   <translation>{low} a {high} {unit}</translation>
  </message>
  <message>
   <source>not plausible for {analyte}</source>
   <translation>no es verosímil para {analyte}</translation>
  </message>
  <message>
   <source>a key or LOINC code of the list of analytes</source>
   <translation>una clave o un código LOINC de la lista de determinaciones</translation>
  </message>
  <message>
   <source>no such choice</source>
   <translation>no existe esa opción</translation>
  </message>
  <message>
   <source>female, male, both, or empty for both</source>
   <translation>female, male, both, o vacío para ambos</translation>
  </message>
  <message>
   <source>the ages leave nobody</source>
   <translation>las edades no dejan a nadie</translation>
  </message>
  <message>
   <source>a range needs a limit</source>
   <translation>un intervalo necesita un límite</translation>
  </message>
  <message>
   <source>low, high or both</source>
   <translation>low, high o ambos</translation>
  </message>
  <message>
   <source>the upper limit is not above the lower</source>
   <translation>el límite superior no es mayor que el inferior</translation>
  </message>
  <message>
   <source>above {low}</source>
   <translation>mayor que {low}</translation>
  </message>
  <message>
   <source>Kenny-Glen or direct</source>
   <translation>Kenny-Glen o directo</translation>
  </message>
  <message>
   <source>not an age</source>
   <translation>no es una edad</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/roles.py</name>
  <message>
   <source>Viewer</source>
   <translation>Consulta</translation>
  </message>
  <message>
   <source>Clinician</source>
   <translation>Clínico</translation>
  </message>
  <message>
   <source>Registry keeper</source>
   <translation>Responsable del registro</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Administrador</translation>
  </message>
  <message>
   <source>Your role, {role}, does not allow this.</source>
   <translation>Su función, {role}, no permite esto.</translation>
  </message>
  <message>
   <source>Ask an administrator of this registry.</source>
   <translation>Pregunte a un administrador de este registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/terms.py</name>
  <message>
   <source>Left {site}</source>
   <translation>{site} izq.</translation>
  </message>
  <message>
   <source>Right {site}</source>
   <translation>{site} der.</translation>
  </message>
  <message>
   <source>Midline {site}</source>
   <translation>{site}, línea media</translation>
  </message>
  <message>
   <source>Bilateral {site}</source>
   <translation>{site} bilateral</translation>
  </message>
 </context>
 <context>
  <name>desktop/domain/when.py</name>
  <message>
   <source>an ISO date (2021-03-04), 2021-03, 2021, a date-time, or an age such as P14Y6M</source>
   <translation>una fecha ISO (2021-03-04), 2021-03, 2021, una fecha con hora, o una edad como P14Y6M</translation>
  </message>
  <message>
   <source>Jan</source>
   <comment>month in short</comment>
   <translation>ene</translation>
  </message>
  <message>
   <source>Feb</source>
   <comment>month in short</comment>
   <translation>feb</translation>
  </message>
  <message>
   <source>Mar</source>
   <comment>month in short</comment>
   <translation>mar</translation>
  </message>
  <message>
   <source>Apr</source>
   <comment>month in short</comment>
   <translation>abr</translation>
  </message>
  <message>
   <source>May</source>
   <comment>month in short</comment>
   <translation>may</translation>
  </message>
  <message>
   <source>Jun</source>
   <comment>month in short</comment>
   <translation>jun</translation>
  </message>
  <message>
   <source>Jul</source>
   <comment>month in short</comment>
   <translation>jul</translation>
  </message>
  <message>
   <source>Aug</source>
   <comment>month in short</comment>
   <translation>ago</translation>
  </message>
  <message>
   <source>Sep</source>
   <comment>month in short</comment>
   <translation>sep</translation>
  </message>
  <message>
   <source>Oct</source>
   <comment>month in short</comment>
   <translation>oct</translation>
  </message>
  <message>
   <source>Nov</source>
   <comment>month in short</comment>
   <translation>nov</translation>
  </message>
  <message>
   <source>Dec</source>
   <comment>month in short</comment>
   <translation>dic</translation>
  </message>
  <message>
   <source>{n} m</source>
   <translation>{n} m</translation>
  </message>
  <message>
   <source>{n} wk</source>
   <translation>{n} sem</translation>
  </message>
  <message>
   <source>{n} d</source>
   <translation>{n} d</translation>
  </message>
  <message>
   <source>January</source>
   <translation>enero</translation>
  </message>
  <message>
   <source>February</source>
   <translation>febrero</translation>
  </message>
  <message>
   <source>March</source>
   <translation>marzo</translation>
  </message>
  <message>
   <source>April</source>
   <translation>abril</translation>
  </message>
  <message>
   <source>May</source>
   <translation>mayo</translation>
  </message>
  <message>
   <source>June</source>
   <translation>junio</translation>
  </message>
  <message>
   <source>July</source>
   <translation>julio</translation>
  </message>
  <message>
   <source>August</source>
   <translation>agosto</translation>
  </message>
  <message>
   <source>September</source>
   <translation>septiembre</translation>
  </message>
  <message>
   <source>October</source>
   <translation>octubre</translation>
  </message>
  <message>
   <source>November</source>
   <translation>noviembre</translation>
  </message>
  <message>
   <source>December</source>
   <translation>diciembre</translation>
  </message>
  <message>
   <source>{years} y {months} m</source>
   <translation>{years} a {months} m</translation>
  </message>
  <message>
   <source>not dated</source>
   <translation>sin fecha</translation>
  </message>
  <message>
   <source>about {years} y</source>
   <translation>unos {years} a</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/asking.py</name>
  <message>
   <source>not an analyte known here</source>
   <translation>no es un analito conocido aquí</translation>
  </message>
  <message>
   <source>it has no LOINC code, and its own code is not known here</source>
   <translation>no tiene código LOINC, y su código propio no se conoce aquí</translation>
  </message>
  <message>
   <source>may be thousands or decimals</source>
   <translation>pueden ser miles o decimales</translation>
  </message>
  <message>
   <source>not a time whose order is known</source>
   <translation>no es un momento cuyo orden se conozca</translation>
  </message>
  <message>
   <source>Say what a test is with --analyte NAME=KEY:</source>
   <translation>Diga qué es una prueba con --analyte NOMBRE=CLAVE:</translation>
  </message>
  <message>
   <source>Say a unit with --unit NAME=UNIT:</source>
   <translation>Diga una unidad con --unit NOMBRE=UNIDAD:</translation>
  </message>
  <message>
   <source>Say the decimal mark with --decimal point or --decimal comma:</source>
   <translation>Diga el signo decimal con --decimal point o --decimal comma:</translation>
  </message>
  <message>
   <source>Say the order of dates with --dates:</source>
   <translation>Diga el orden de las fechas con --dates:</translation>
  </message>
  <message>
   <source>Nothing was imported from it.</source>
   <translation>No se importó nada de él.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/calendar_days.py</name>
  <message>
   <source>day, month, year</source>
   <translation>día, mes, año</translation>
  </message>
  <message>
   <source>month, day, year</source>
   <translation>mes, día, año</translation>
  </message>
  <message>
   <source>year, month, day</source>
   <translation>año, mes, día</translation>
  </message>
  <message>
   <source>Excel numbers since 1900</source>
   <translation>números de Excel desde 1900</translation>
  </message>
  <message>
   <source>Excel numbers since 1904</source>
   <translation>números de Excel desde 1904</translation>
  </message>
  <message>
   <source>The order of day and month cannot be known: {example} may be either.</source>
   <translation>No se puede saber el orden de día y mes: {example} puede ser cualquiera de los dos.</translation>
  </message>
  <message>
   <source>Say it with --dates dmy, --dates mdy or --dates ymd.</source>
   <translation>Indíquelo con --dates dmy, --dates mdy o --dates ymd.</translation>
  </message>
  <message>
   <source>Dates stand as numbers ({example}), which Excel counts from 1900 or from 1904.</source>
   <translation>Las fechas figuran como números ({example}), que Excel cuenta desde 1900 o desde 1904.</translation>
  </message>
  <message>
   <source>Say which with --dates 1900 (usual) or --dates 1904 (older Mac files).</source>
   <translation>Indique cuál con --dates 1900 (lo habitual) o --dates 1904 (archivos de Mac antiguos).</translation>
  </message>
  <message>
   <source>Days and months stand in both orders ({example}).</source>
   <translation>Los días y los meses figuran en ambos órdenes ({example}).</translation>
  </message>
  <message>
   <source>Say which order is right with --dates dmy or --dates mdy; other rows are refused.</source>
   <translation>Indique el orden correcto con --dates dmy o --dates mdy; las demás filas se rechazan.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/cell_reading.py</name>
  <message>
   <source>There is no order of dates {order}.</source>
   <translation>No existe el orden de fechas {order}.</translation>
  </message>
  <message>
   <source>There is no decimal mark {mark}.</source>
   <translation>No existe el separador decimal {mark}.</translation>
  </message>
  <message>
   <source>no such time, read as {order}</source>
   <translation>no existe tal momento, leído como {order}</translation>
  </message>
  <message>
   <source>Say one of {orders}.</source>
   <translation>Indique uno de {orders}.</translation>
  </message>
  <message>
   <source>Say one of {marks}.</source>
   <translation>Indique uno de {marks}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/csv_tables.py</name>
  <message>
   <source>{cells} cells in a table of {width} columns</source>
   <translation>{cells} celdas en una tabla de {width} columnas</translation>
  </message>
  <message>
   <source>a cell holds a NUL character</source>
   <translation>una celda contiene un carácter NUL</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/deidentify.py</name>
  <message>
   <source>birth dates left out, of patients and relatives</source>
   <translation>fechas de nacimiento omitidas, de pacientes y familiares</translation>
  </message>
  <message>
   <source>sources of published cases left out</source>
   <translation>fuentes de casos publicados omitidas</translation>
  </message>
  <message>
   <source>notes of the program about its own work left out: silences, marks, assessments</source>
   <translation>notas del programa sobre su propio trabajo omitidas: silencios, marcas, evaluaciones</translation>
  </message>
  <message>
   <source>rows left out, because what they are about is free text</source>
   <translation>filas omitidas, porque aquello de lo que tratan es texto libre</translation>
  </message>
  <message>
   <source>results and targets left out, because their unit is free text</source>
   <translation>resultados y objetivos omitidos, porque su unidad es texto libre</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/deidentify_cells.py</name>
  <message>
   <source>cells of free text left out</source>
   <translation>celdas de texto libre omitidas</translation>
  </message>
  <message>
   <source>cells of free text kept, without the names and dates that were recognized</source>
   <translation>celdas de texto libre conservadas, sin los nombres y fechas reconocidos</translation>
  </message>
  <message>
   <source>names of staff and labels of relatives left out</source>
   <translation>nombres del personal y designaciones de familiares omitidos</translation>
  </message>
  <message>
   <source>sites in free text given as not stated</source>
   <translation>sitios en texto libre indicados como no especificados</translation>
  </message>
  <message>
   <source>methods and samples in free text given as numbers, the same text the same number</source>
   <translation>métodos y muestras en texto libre indicados como números, el mismo texto con el mismo número</translation>
  </message>
  <message>
   <source>doses, their units and frequencies in free text left out</source>
   <translation>dosis, sus unidades y frecuencias en texto libre omitidas</translation>
  </message>
  <message>
   <source>changes of genes not written in HGVS left out</source>
   <translation>cambios de genes no escritos en HGVS omitidos</translation>
  </message>
  <message>
   <source>cells left out that are not what their column holds</source>
   <translation>celdas omitidas que no son lo que contiene su columna</translation>
  </message>
  <message>
   <source>links to relatives who are not in this release left out</source>
   <translation>vínculos con familiares que no están en esta entrega omitidos</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/deidentify_times.py</name>
  <message>
   <source>dates given as the age in days</source>
   <translation>fechas indicadas como la edad en días</translation>
  </message>
  <message>
   <source>dates given as the age in months or years, for the day is not known</source>
   <translation>fechas indicadas como la edad en meses o años, porque no se conoce el día</translation>
  </message>
  <message>
   <source>dates given as days since the patient's first dated record</source>
   <translation>fechas indicadas como días desde la primera entrada fechada del paciente</translation>
  </message>
  <message>
   <source>times at 90 years or older, given as such</source>
   <translation>fechas a los 90 años o más, indicadas como tales</translation>
  </message>
  <message>
   <source>dates left out, for there is neither an age nor a first day to count from</source>
   <translation>fechas omitidas, porque no hay edad ni primer día desde el que contar</translation>
  </message>
  <message>
   <source>times left out that are no times, or lie before birth</source>
   <translation>fechas omitidas que no son fechas o son anteriores al nacimiento</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/delimited.py</name>
  <message>
   <source>{file} is not sound {encoding} text.</source>
   <translation>{file} no es texto {encoding} íntegro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/encodings.py</name>
  <message>
   <source>There is no encoding {name}.</source>
   <translation>No existe la codificación {name}.</translation>
  </message>
  <message>
   <source>{file} is not written in UTF-8, and its encoding cannot be told.</source>
   <translation>{file} no está escrito en UTF-8 y no se puede determinar su codificación.</translation>
  </message>
  <message>
   <source>Save it as “CSV UTF-8”, or name the encoding with --encoding, for instance --encoding cp1252 for Western Europe (others: {others}).</source>
   <translation>Guárdelo como «CSV UTF-8» o indique la codificación con --encoding, por ejemplo --encoding cp1252 para Europa occidental (otras: {others}).</translation>
  </message>
  <message>
   <source>Known ones: {others}.</source>
   <translation>Conocidas: {others}.</translation>
  </message>
  <message>
   <source>It may be damaged or cut off: export it again in UTF-8.</source>
   <translation>Puede estar dañado o cortado: expórtelo de nuevo en UTF-8.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/fhir_clinical.py</name>
  <message>
   <source>entered in error</source>
   <translation>introducido por error</translation>
  </message>
  <message>
   <source>it names nothing</source>
   <translation>no nombra nada</translation>
  </message>
  <message>
   <source>not done, or entered in error</source>
   <translation>no realizado, o introducido por error</translation>
  </message>
  <message>
   <source>not taken, or entered in error</source>
   <translation>no tomado, o introducido por error</translation>
  </message>
  <message>
   <source>it names no drug</source>
   <translation>no nombra ningún fármaco</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/fhir_document.py</name>
  <message>
   <source>{file} is FHIR R5, which is not read here.</source>
   <translation>{file} es FHIR R5, que aquí no se lee.</translation>
  </message>
  <message>
   <source>Ask for the same as FHIR R4 (4.0.1) in JSON.</source>
   <translation>Pida lo mismo como FHIR R4 (4.0.1) en JSON.</translation>
  </message>
  <message>
   <source>{file} is not a sound FHIR bundle: {why}.</source>
   <translation>{file} no es un paquete FHIR íntegro: {why}.</translation>
  </message>
  <message>
   <source>not a FHIR resource</source>
   <translation>no es un recurso FHIR</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/fhir_observations.py</name>
  <message>
   <source>no result in it</source>
   <translation>no contiene ningún resultado</translation>
  </message>
  <message>
   <source>the result is words, not a number: {words}</source>
   <translation>el resultado son palabras, no un número: {words}</translation>
  </message>
  <message>
   <source>“{status}” is no status of a result</source>
   <translation>«{status}» no es un estado de un resultado</translation>
  </message>
  <message>
   <source>taken back by the laboratory</source>
   <translation>retirado por el laboratorio</translation>
  </message>
  <message>
   <source>“{found}” is no comparator</source>
   <translation>«{found}» no es un comparador</translation>
  </message>
  <message>
   <source>taken back or not done</source>
   <translation>retirado o no realizado</translation>
  </message>
  <message>
   <source>{unit} is not read here; accepted: {accepted}</source>
   <translation>{unit} no se lee aquí; se aceptan: {accepted}</translation>
  </message>
  <message>
   <source>preliminary</source>
   <translation>preliminar</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/fhir_parts.py</name>
  <message>
   <source>a part that should be an object is none</source>
   <translation>una parte que debería ser un objeto no lo es</translation>
  </message>
  <message>
   <source>a part that should be a list is none</source>
   <translation>una parte que debería ser una lista no lo es</translation>
  </message>
  <message>
   <source>a text was expected where {found} stands</source>
   <translation>se esperaba un texto donde figura {found}</translation>
  </message>
  <message>
   <source>a text holds a control character</source>
   <translation>un texto contiene un carácter de control</translation>
  </message>
  <message>
   <source>{found} is not a code</source>
   <translation>{found} no es un código</translation>
  </message>
  <message>
   <source>a number was expected where {found} stands</source>
   <translation>se esperaba un número donde figura {found}</translation>
  </message>
  <message>
   <source>{found} is not a date</source>
   <translation>{found} no es una fecha</translation>
  </message>
  <message>
   <source>the id {id} is none that FHIR allows</source>
   <translation>el identificador {id} no es uno de los que FHIR permite</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/fhir_people.py</name>
  <message>
   <source>an animal, not a person</source>
   <translation>un animal, no una persona</translation>
  </message>
  <message>
   <source>{gender} is no gender of FHIR</source>
   <translation>{gender} no es un género de FHIR</translation>
  </message>
  <message>
   <source>gender: other</source>
   <translation>género: otro</translation>
  </message>
  <message>
   <source>deceased, date not stated</source>
   <translation>fallecido, fecha no indicada</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/fhir_reading.py</name>
  <message>
   <source>Patient: no number and no id</source>
   <translation>Patient: sin número ni identificador</translation>
  </message>
  <message>
   <source>{file}: {n} DiagnosticReport read for the times of their results.</source>
   <translation>{file}: {n} DiagnosticReport leídos por las fechas de sus resultados.</translation>
  </message>
  <message>
   <source>{file}: left out, no place here: {counts}.</source>
   <translation>{file}: omitido, sin lugar aquí: {counts}.</translation>
  </message>
  <message>
   <source>{file} holds nothing that the registry has a place for.</source>
   <translation>{file} no contiene nada para lo que el registro tenga lugar.</translation>
  </message>
  <message>
   <source>it is about a {kind}, not a patient</source>
   <translation>trata de {kind}, no de un paciente</translation>
  </message>
  <message>
   <source>it does not say which patient it is about</source>
   <translation>no dice de qué paciente trata</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/foreign_rows.py</name>
  <message>
   <source>{column}: {limit}</source>
   <translation>{column}: {limit}</translation>
  </message>
  <message>
   <source>no result in this row</source>
   <translation>sin resultado en esta fila</translation>
  </message>
  <message>
   <source>flag: {flag}</source>
   <translation>indicación: {flag}</translation>
  </message>
  <message>
   <source>range: {range}</source>
   <translation>intervalo: {range}</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/grids.py</name>
  <message>
   <source>{file} is not a table of this registry: it lacks the column {columns}.</source>
   <translation>{file} no es una tabla de este registro: le falta la columna {columns}.</translation>
  </message>
  <message>
   <source>{file} is not a table of this registry: no table fits.</source>
   <translation>{file} no es una tabla de este registro: no corresponde a ninguna tabla.</translation>
  </message>
  <message>
   <source>Compare its first row with the tables in the help, or say with --mapping which columns are which.</source>
   <translation>Compare su primera fila con las tablas de la ayuda, o indique con --mapping qué columnas son cuáles.</translation>
  </message>
  <message>
   <source>{file} has the column {columns} twice.</source>
   <translation>{file} tiene dos veces la columna {columns}.</translation>
  </message>
  <message>
   <source>{file} does not say whose results they are.</source>
   <translation>{file} no dice de quién son los resultados.</translation>
  </message>
  <message>
   <source>Give every column a name of its own.</source>
   <translation>Dé a cada columna un nombre propio.</translation>
  </message>
  <message>
   <source>Say whose results they are with --patient ID, one file at a time.</source>
   <translation>Indique de quién son los resultados con --patient ID, un archivo cada vez.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/hl7_message.py</name>
  <message>
   <source>{file}, line {line} is no HL7 segment: {why}.</source>
   <translation>{file}, la línea {line} no es un segmento HL7: {why}.</translation>
  </message>
  <message>
   <source>{file} is a batch without its end ({end}).</source>
   <translation>{file} es un lote sin su final ({end}).</translation>
  </message>
  <message>
   <source>A batch of {file} should hold {count} messages, there are {messages}.</source>
   <translation>Un lote de {file} debería contener {count} mensajes, hay {messages}.</translation>
  </message>
  <message>
   <source>{file} holds no HL7 message.</source>
   <translation>{file} no contiene ningún mensaje HL7.</translation>
  </message>
  <message>
   <source>It may be broken by mail or cut off: have it sent again.</source>
   <translation>Puede haberse dañado por el correo o estar cortado: pida que se envíe de nuevo.</translation>
  </message>
  <message>
   <source>its delimiters are missing</source>
   <translation>faltan sus delimitadores</translation>
  </message>
  <message>
   <source>its delimiters are not sound</source>
   <translation>sus delimitadores no son válidos</translation>
  </message>
  <message>
   <source>{found} is not a time</source>
   <translation>{found} no es una fecha ni una edad</translation>
  </message>
  <message>
   <source>it begins with no name of a segment</source>
   <translation>no empieza por el nombre de un segmento</translation>
  </message>
  <message>
   <source>It may be cut off: have it sent again.</source>
   <translation>Puede estar cortado: pida que se envíe de nuevo.</translation>
  </message>
  <message>
   <source>it stands before the first message (MSH)</source>
   <translation>está antes del primer mensaje (MSH)</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/hl7_reading.py</name>
  <message>
   <source>{file}: {n} results in words left out, of tests that the registry does not know.</source>
   <translation>{file}: {n} resultados en palabras omitidos, de pruebas que el registro no conoce.</translation>
  </message>
  <message>
   <source>{file} holds no laboratory results (ORU^R01).</source>
   <translation>{file} no contiene resultados de laboratorio (ORU^R01).</translation>
  </message>
  <message>
   <source>{file}: left out, not results: {counts}.</source>
   <translation>{file}: omitido, no son resultados: {counts}.</translation>
  </message>
  <message>
   <source>{file}, line {line}: no number of the patient.</source>
   <translation>{file}, línea {line}: sin número del paciente.</translation>
  </message>
  <message>
   <source>the message names {n} patients</source>
   <translation>el mensaje nombra a {n} pacientes</translation>
  </message>
  <message>
   <source>message without a type</source>
   <translation>mensaje sin tipo</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/hl7_results.py</name>
  <message>
   <source>the code {code} means {analyte}, but its name is “{words}”: which is right</source>
   <translation>el código {code} significa {analyte}, pero su nombre es «{words}»: ¿cuál es correcto?</translation>
  </message>
  <message>
   <source>sample taken {day} by the order</source>
   <translation>muestra tomada el {day} según la petición</translation>
  </message>
  <message>
   <source>its status (OBX-11) is missing: it may be cut off</source>
   <translation>falta su estado (OBX-11): puede estar cortado</translation>
  </message>
  <message>
   <source>several values in one result: {found}</source>
   <translation>varios valores en un resultado: {found}</translation>
  </message>
  <message>
   <source>not a number: {found}</source>
   <translation>no es un número: {found}</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/intake.py</name>
  <message>
   <source>{file} is a data dictionary of REDCap, and holds no data.</source>
   <translation>{file} es un diccionario de datos de REDCap y no contiene datos.</translation>
  </message>
  <message>
   <source>There is no CSV table in {paths}.</source>
   <translation>No hay ninguna tabla CSV en {paths}.</translation>
  </message>
  <message>
   <source>Nothing was imported.</source>
   <translation>No se importó nada.</translation>
  </message>
  <message>
   <source>Choose a folder that holds patients.csv.</source>
   <translation>Elija una carpeta que contenga patients.csv.</translation>
  </message>
  <message>
   <source>{file} has no sheet.</source>
   <translation>{file} no tiene ninguna hoja.</translation>
  </message>
  <message>
   <source>There is no file or folder {path}.</source>
   <translation>No existe el archivo o la carpeta {path}.</translation>
  </message>
  <message>
   <source>{file}: sheet “{sheet}” was left out: {why}</source>
   <translation>{file}: se omitió la hoja «{sheet}»: {why}</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/json_reading.py</name>
  <message>
   <source>{file} is JSON, but neither FHIR nor a phenopacket.</source>
   <translation>{file} es JSON, pero ni FHIR ni un phenopacket.</translation>
  </message>
  <message>
   <source>Import FHIR R4 or phenopackets (version 2) in JSON.</source>
   <translation>Importe FHIR R4 o phenopackets (versión 2) en JSON.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/limits.py</name>
  <message>
   <source>{constant} is not a number in JSON</source>
   <translation>{constant} no es un número en JSON</translation>
  </message>
  <message>
   <source>{file} is larger than {limit} MB.</source>
   <translation>{file} ocupa más de {limit} MB.</translation>
  </message>
  <message>
   <source>the name “{name}” stands twice in one object</source>
   <translation>el nombre «{name}» figura dos veces en un mismo objeto</translation>
  </message>
  <message>
   <source>{file} is nested too deeply.</source>
   <translation>{file} tiene demasiados niveles anidados.</translation>
  </message>
  <message>
   <source>Export it in several smaller files.</source>
   <translation>Expórtelo en varios archivos más pequeños.</translation>
  </message>
  <message>
   <source>{file} is not written in Unicode (UTF-8).</source>
   <translation>{file} no está escrito en Unicode (UTF-8).</translation>
  </message>
  <message>
   <source>{file} is not sound JSON: {error} (line {line}, column {column}).</source>
   <translation>{file} no es JSON íntegro: {error} (línea {line}, columna {column}).</translation>
  </message>
  <message>
   <source>{file} is not sound JSON: {error}.</source>
   <translation>{file} no es JSON íntegro: {error}.</translation>
  </message>
  <message>
   <source>Export it again in UTF-8.</source>
   <translation>Expórtelo de nuevo en UTF-8.</translation>
  </message>
  <message>
   <source>It may be cut off: export or send it again.</source>
   <translation>Puede estar cortado: expórtelo o envíelo de nuevo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/mapping.py</name>
  <message>
   <source>{file} is no mapping of columns: {error}.</source>
   <translation>{file} no es una correspondencia de columnas: {error}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/numerals.py</name>
  <message>
   <source>its decimals are not marked as in the other rows</source>
   <translation>sus decimales no se marcan como en las demás filas</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/phenopacket_facts.py</name>
  <message>
   <source>a feature without a name</source>
   <translation>una característica sin nombre</translation>
  </message>
  <message>
   <source>“excluded” is neither true nor false</source>
   <translation>«excluded» no es ni true ni false</translation>
  </message>
  <message>
   <source>a disease without a name</source>
   <translation>una enfermedad sin nombre</translation>
  </message>
  <message>
   <source>a variant without its gene</source>
   <translation>una variante sin su gen</translation>
  </message>
  <message>
   <source>onset: {time}</source>
   <translation>inicio: {time}</translation>
  </message>
  <message>
   <source>{unit} is not read here</source>
   <translation>{unit} no se lee aquí</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/phenopacket_parts.py</name>
  <message>
   <source>gestational age {weeks} weeks {days} days</source>
   <translation>edad gestacional {weeks} semanas {days} días</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/phenopacket_reading.py</name>
  <message>
   <source>{file} is a phenopacket of version 1, which is not read here.</source>
   <translation>{file} es un phenopacket de la versión 1, que aquí no se lee.</translation>
  </message>
  <message>
   <source>Convert it to version 2 with the phenopacket tools, then import it.</source>
   <translation>Conviértalo a la versión 2 con las herramientas de phenopackets e impórtelo después.</translation>
  </message>
  <message>
   <source>it names no patient (subject)</source>
   <translation>no nombra a ningún paciente (subject)</translation>
  </message>
  <message>
   <source>“{sex}” is no sex of the format</source>
   <translation>«{sex}» no es un sexo del formato</translation>
  </message>
  <message>
   <source>{file} is not a sound phenopacket: {why}.</source>
   <translation>{file} no es un phenopacket íntegro: {why}.</translation>
  </message>
  <message>
   <source>other sex</source>
   <translation>otro sexo</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/range_table.py</name>
  <message>
   <source>{file} is no table of reference ranges: its first row does not fit.</source>
   <translation>{file} no es una tabla de intervalos de referencia: su primera fila no corresponde.</translation>
  </message>
  <message>
   <source>{file} is no CSV table in UTF-8: {error}.</source>
   <translation>{file} no es una tabla CSV en UTF-8: {error}.</translation>
  </message>
  <message>
   <source>The columns are {columns}; needed are {required}.</source>
   <translation>Las columnas son {columns}; son necesarias {required}.</translation>
  </message>
  <message>
   <source>Save it as “CSV UTF-8” and set it again.</source>
   <translation>Guárdelo como «CSV UTF-8» y fíjelo de nuevo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/recognize.py</name>
  <message>
   <source>{file} is a packed archive.</source>
   <translation>{file} es un archivo comprimido.</translation>
  </message>
  <message>
   <source>{file} is XML, which is not read here.</source>
   <translation>{file} es XML, que aquí no se lee.</translation>
  </message>
  <message>
   <source>{file} is a binary Excel workbook (.xlsb).</source>
   <translation>{file} es un libro binario de Excel (.xlsb).</translation>
  </message>
  <message>
   <source>{file} is an OpenDocument file.</source>
   <translation>{file} es un archivo OpenDocument.</translation>
  </message>
  <message>
   <source>{file} is an old Excel file (.xls), or locked with a password.</source>
   <translation>{file} es un archivo antiguo de Excel (.xls) o está protegido con contraseña.</translation>
  </message>
  <message>
   <source>{file} is YAML.</source>
   <translation>{file} es YAML.</translation>
  </message>
  <message>
   <source>{file} is a damaged or incomplete file.</source>
   <translation>{file} es un archivo dañado o incompleto.</translation>
  </message>
  <message>
   <source>Unpack it and import the files in it.</source>
   <translation>Descomprímalo e importe los archivos que contiene.</translation>
  </message>
  <message>
   <source>{file} is a DICOM image.</source>
   <translation>{file} es una imagen DICOM.</translation>
  </message>
  <message>
   <source>{file} is a {format} file.</source>
   <translation>{file} es un archivo {format}.</translation>
  </message>
  <message>
   <source>FHIR XML</source>
   <translation>FHIR XML</translation>
  </message>
  <message>
   <source>Ask for the same as FHIR JSON (R4).</source>
   <translation>Pida lo mismo como FHIR JSON (R4).</translation>
  </message>
  <message>
   <source>a CDA document (HL7 v3)</source>
   <translation>un documento CDA (HL7 v3)</translation>
  </message>
  <message>
   <source>Ask for FHIR R4 JSON.</source>
   <translation>Pida FHIR R4 JSON.</translation>
  </message>
  <message>
   <source>CDISC ODM XML</source>
   <translation>CDISC ODM XML</translation>
  </message>
  <message>
   <source>Export it from REDCap as CSV (raw).</source>
   <translation>Expórtelo de REDCap como CSV (raw).</translation>
  </message>
  <message>
   <source>HL7 v2 in XML</source>
   <translation>HL7 v2 en XML</translation>
  </message>
  <message>
   <source>Ask for it with bars: MSH|^~\&amp;|…</source>
   <translation>Pídalo con barras: MSH|^~\\&amp;|…</translation>
  </message>
  <message>
   <source>a web page</source>
   <translation>una página web</translation>
  </message>
  <message>
   <source>Save the table itself, as CSV.</source>
   <translation>Guarde la propia tabla, como CSV.</translation>
  </message>
  <message>
   <source>{file} is {kind}, which is not read here.</source>
   <translation>{file} es {kind}, que aquí no se lee.</translation>
  </message>
  <message>
   <source>Ask for the same as JSON or CSV.</source>
   <translation>Pida lo mismo como JSON o CSV.</translation>
  </message>
  <message>
   <source>Phenopackets are read as JSON: convert it first.</source>
   <translation>Los phenopackets se leen como JSON: conviértalo antes.</translation>
  </message>
  <message>
   <source>Save it as .xlsx in Excel.</source>
   <translation>Guárdelo como .xlsx en Excel.</translation>
  </message>
  <message>
   <source>Save it as .xlsx or as “CSV UTF-8”.</source>
   <translation>Guárdelo como .xlsx o como «CSV UTF-8».</translation>
  </message>
  <message>
   <source>Open it in Excel and save it as .xlsx.</source>
   <translation>Ábralo en Excel y guárdelo como .xlsx.</translation>
  </message>
  <message>
   <source>Send or export it again.</source>
   <translation>Envíelo o expórtelo de nuevo.</translation>
  </message>
  <message>
   <source>Import tables (CSV, xlsx), FHIR or phenopacket JSON, or HL7 messages.</source>
   <translation>Importe tablas (CSV, xlsx), FHIR o phenopacket JSON, o mensajes HL7.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/redcap_forms.py</name>
  <message>
   <source>{code} ({disorder})</source>
   <translation>{code} ({disorder})</translation>
  </message>
  <message>
   <source>Formal criteria</source>
   <translation>Criterios formales</translation>
  </message>
  <message>
   <source>Personal information</source>
   <translation>Datos personales</translation>
  </message>
  <message>
   <source>Patient status</source>
   <translation>Estado del paciente</translation>
  </message>
  <message>
   <source>Disease</source>
   <translation>Enfermedad</translation>
  </message>
  <message>
   <source>Genetic findings</source>
   <translation>Hallazgos genéticos</translation>
  </message>
  <message>
   <source>Phenotypic feature</source>
   <translation>Rasgo fenotípico</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>Mediciones</translation>
  </message>
  <message>
   <source>Family history</source>
   <translation>Antecedentes familiares</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Consentimiento</translation>
  </message>
  <message>
   <source>it names no disease</source>
   <translation>no nombra ninguna enfermedad</translation>
  </message>
  <message>
   <source>it does not say whether the feature is present</source>
   <translation>no dice si el rasgo está presente</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>anulado</translation>
  </message>
  <message>
   <source>it does not say which relative</source>
   <translation>no dice de qué familiar se trata</translation>
  </message>
  <message>
   <source>{title}: “{cell}” is no choice of it</source>
   <translation>{title}: «{cell}» no es una de sus opciones</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/redcap_reading.py</name>
  <message>
   <source>{file} is an export of a REDCap project with fields of its own.</source>
   <translation>{file} es una exportación de un proyecto de REDCap con campos propios.</translation>
  </message>
  <message>
   <source>{file} is a REDCap export of the common data model, in codes that the data dictionary of the project explains.</source>
   <translation>{file} es una exportación de REDCap del modelo de datos común, con códigos que explica el diccionario de datos del proyecto.</translation>
  </message>
  <message>
   <source>Say which columns are which, or put its data dictionary into the same folder.</source>
   <translation>Indique qué columnas son cuáles o ponga su diccionario de datos en la misma carpeta.</translation>
  </message>
  <message>
   <source>the row names no record</source>
   <translation>la fila no nombra ningún registro</translation>
  </message>
  <message>
   <source>{column}: another form of this record says {other}</source>
   <translation>{column}: otro formulario de este registro dice {other}</translation>
  </message>
  <message>
   <source>Put that dictionary (CSV, from REDCap) into the same folder, or export with labels.</source>
   <translation>Ponga ese diccionario (CSV, de REDCap) en la misma carpeta o exporte con etiquetas.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/release_consent.py</name>
  <message>
   <source>consent withdrawn</source>
   <translation>consentimiento retirado</translation>
  </message>
  <message>
   <source>consent refused</source>
   <translation>consentimiento rechazado</translation>
  </message>
  <message>
   <source>recorded as without consent</source>
   <translation>registrado sin consentimiento</translation>
  </message>
  <message>
   <source>no consent for this purpose recorded</source>
   <translation>sin consentimiento registrado para esta finalidad</translation>
  </message>
  <message>
   <source>sharing with others refused or withdrawn</source>
   <translation>compartir con terceros rechazado o retirado</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/release_report.py</name>
  <message numerus="yes">
   <source>{n} people are alone in their groups</source>
   <translation>
    <numerusform>{n} persona está sola en su grupo</numerusform>
    <numerusform>{n} personas están solas en sus grupos</numerusform>
   </translation>
  </message>
  <message>
   <source>{registered} in the registry = {written} exported + {left_out} excluded</source>
   <translation>{registered} en el registro = {written} exportados + {left_out} excluidos</translation>
  </message>
  <message>
   <source>age not given</source>
   <translation>edad no indicada</translation>
  </message>
  <message>
   <source>Release report: pseudonymized data</source>
   <translation>Informe de entrega: datos seudonimizados</translation>
  </message>
  <message>
   <source>Purpose: {purpose}</source>
   <translation>Finalidad: {purpose}</translation>
  </message>
  <message>
   <source>Recipient: {recipient}</source>
   <translation>Destinatario: {recipient}</translation>
  </message>
  <message>
   <source>What was left out or generalized:</source>
   <translation>Qué se omitió o se generalizó:</translation>
  </message>
  <message>
   <source>Groups by sex, age band, diagnosis and country: {groups}; the smallest holds {k}.</source>
   <translation>Grupos por sexo, tramo de edad, diagnóstico y país: {groups}; el menor tiene {k}.</translation>
  </message>
  <message>
   <source>This is pseudonymized, never anonymous: rare disorders, variants and sites can tell somebody who knows the person who it is. It stays personal data.</source>
   <translation>Esto está seudonimizado, nunca anónimo: los trastornos raros, las variantes y los sitios pueden revelar quién es a alguien que conozca a la persona. Siguen siendo datos personales.</translation>
  </message>
  <message>
   <source>sex not given</source>
   <translation>sexo no indicado</translation>
  </message>
  <message>
   <source>no diagnosis</source>
   <translation>sin diagnóstico</translation>
  </message>
  <message>
   <source>People who are alone in their group (k = 1):</source>
   <translation>Personas solas en su grupo (k = 1):</translation>
  </message>
  <message>
   <source>Families with several members in this release, by size: {n}</source>
   <translation>Familias con varios miembros en esta entrega, por tamaño: {n}</translation>
  </message>
  <message>
   <source>Variants that one person alone has:</source>
   <translation>Variantes que tiene una sola persona:</translation>
  </message>
  <message>
   <source>Sites of masses that one person alone has:</source>
   <translation>Sitios de masas que tiene una sola persona:</translation>
  </message>
  <message>
   <source>Free text is kept. Names and dates that were recognized are removed from it; read it yourself before it leaves.</source>
   <translation>Se conserva el texto libre. Se quitan de él los nombres y fechas reconocidos; léalo usted antes de que salga.</translation>
  </message>
  <message>
   <source>not named</source>
   <translation>sin nombre</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/spreadsheet.py</name>
  <message>
   <source>{file} is not a sound Excel workbook.</source>
   <translation>{file} no es un libro de Excel íntegro.</translation>
  </message>
  <message>
   <source>{file} would unfold beyond measure.</source>
   <translation>{file} se expandiría sin medida.</translation>
  </message>
  <message>
   <source>{file} is locked with a password.</source>
   <translation>{file} está protegido con contraseña.</translation>
  </message>
  <message>
   <source>Open it in Excel, save it again, or save it as “CSV UTF-8”.</source>
   <translation>Ábralo en Excel y guárdelo de nuevo, o guárdelo como «CSV UTF-8».</translation>
  </message>
  <message>
   <source>Save the sheet as “CSV UTF-8” and import that.</source>
   <translation>Guarde la hoja como «CSV UTF-8» e impórtela.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/to_redcap_names.py</name>
  <message>
   <source>{path} is not the data dictionary of the common data model.</source>
   <translation>{path} no es el diccionario de datos del modelo común de datos.</translation>
  </message>
  <message>
   <source>The data dictionary {path} cannot be read.</source>
   <translation>No se puede leer el diccionario de datos {path}.</translation>
  </message>
  <message>
   <source>Its labels begin with numbers such as 2.1. Leave it out for our own names.</source>
   <translation>Sus etiquetas empiezan por números como 2.1. Omítalo para usar nuestros propios nombres.</translation>
  </message>
  <message>
   <source>Download it from REDCap again, as CSV.</source>
   <translation>Descárguelo de nuevo de REDCap, como CSV.</translation>
  </message>
 </context>
 <context>
  <name>desktop/exchange/to_xlsx.py</name>
  <message>
   <source>The table {table} has more rows than a sheet can hold.</source>
   <translation>La tabla {table} tiene más filas de las que caben en una hoja.</translation>
  </message>
  <message>
   <source>Export CSV tables, which have no such limit.</source>
   <translation>Exporte tablas CSV, que no tienen ese límite.</translation>
  </message>
  <message>
   <source>A cell of {table} is longer than a sheet can hold.</source>
   <translation>Una celda de {table} es más larga de lo que cabe en una hoja.</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/alerts.py</name>
  <message>
   <source>Allergy: {what}</source>
   <translation>Alergia: {what}</translation>
  </message>
  <message>
   <source>Allergy: {what}. Review it before each new drug.</source>
   <translation>Alergia: {what}. Revísela antes de cada fármaco nuevo.</translation>
  </message>
  <message>
   <source>recorded allergy</source>
   <translation>alergia registrada</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/assess.py</name>
  <message>
   <source>This disorder could not be assessed.</source>
   <translation>No se pudo evaluar este trastorno.</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/attempts.py</name>
  <message>
   <source>Rule {rule} could not be applied to this record. Its advice is missing here. Review this point by hand, and report the fault.</source>
   <translation>La regla {rule} no se pudo aplicar a este registro clínico. Aquí falta su consejo. Revise este punto a mano y comunique el fallo.</translation>
  </message>
  <message>
   <source>{n} rules of the guidance could not be applied to this record: {rules}. What they would tell is missing here. Do not rely on its absence, and report the fault.</source>
   <translation>{n} reglas de la guía no se pudieron aplicar a este registro clínico: {rules}. Aquí falta lo que dirían. No confíe en su ausencia y comunique el fallo.</translation>
  </message>
  <message>
   <source>Part of the record could not be read ({part}). Alerts and advice that rest on it may be missing here. Do not rely on their absence, and report the fault.</source>
   <translation>No se pudo leer una parte del registro clínico ({part}). Aquí pueden faltar alertas y consejos que se basan en ella. No confíe en su ausencia y comunique el fallo.</translation>
  </message>
  <message>
   <source>An alert could not be checked: {alert} (rule {rule}). It may hold here. Review it by hand, and report the fault.</source>
   <translation>No se pudo comprobar una alerta: {alert} (regla {rule}). Puede ser aplicable aquí. Revísela a mano y comunique el fallo.</translation>
  </message>
  <message>
   <source>Part of the guidance could not be applied</source>
   <translation>No se pudo aplicar una parte de la guía</translation>
  </message>
  <message>
   <source>fault in the program or in a rule</source>
   <translation>fallo en el programa o en una regla</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/checking.py</name>
  <message>
   <source>of an empty record</source>
   <translation>de un registro clínico vacío</translation>
  </message>
  <message>
   <source>the short text is longer than {n} characters</source>
   <translation>el texto breve tiene más de {n} caracteres</translation>
  </message>
  <message>
   <source>{name} is known only after the differential</source>
   <translation>{name} solo se conoce después del diagnóstico diferencial</translation>
  </message>
  <message>
   <source>does not fire on its example {example}</source>
   <translation>no se activa con su ejemplo {example}</translation>
  </message>
  <message>
   <source>does not stay silent on its example {example}</source>
   <translation>no calla con su ejemplo {example}</translation>
  </message>
  <message>
   <source>no action or drug is called {name}</source>
   <translation>ninguna acción ni fármaco se llama {name}</translation>
  </message>
  <message>
   <source>examples that fire and that stay silent are needed</source>
   <translation>se necesitan ejemplos que la activen y que no la activen</translation>
  </message>
  <message>
   <source>no fact is called {name}</source>
   <translation>ningún hecho se llama {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/clinic.py</name>
  <message>
   <source>The clinic's own rules are not in use: {problem} ({n} in all). The shipped guidance still holds. Mend the file; `rules check` lists every problem.</source>
   <translation>Las reglas propias del centro no están en uso: {problem} ({n} en total). La guía incluida sigue vigente. Corrija el archivo; `rules check` enumera todos los problemas.</translation>
  </message>
  <message>
   <source>overrides {name}, which is no shipped rule</source>
   <translation>anula {name}, que no es una regla incluida</translation>
  </message>
  <message>
   <source>overrides {name}, which is a rule of another section</source>
   <translation>anula {name}, que es una regla de otra sección</translation>
  </message>
  <message>
   <source>cannot be read: {why}</source>
   <translation>no se puede leer: {why}</translation>
  </message>
  <message>
   <source>a clinic's own file has no section {section}</source>
   <translation>el archivo propio de un centro no tiene sección {section}</translation>
  </message>
  <message>
   <source>an override needs its reason</source>
   <translation>una anulación necesita su motivo</translation>
  </message>
  <message>
   <source>a contraindication of the shipped guidance cannot be overridden</source>
   <translation>una contraindicación de la guía incluida no se puede anular</translation>
  </message>
  <message>
   <source>name the disorders that it speaks for or against (of)</source>
   <translation>nombre los trastornos a favor o en contra de los que habla (of)</translation>
  </message>
  <message>
   <source>no disorder {name}</source>
   <translation>no existe el trastorno {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/differential.py</name>
  <message>
   <source>Too little points to it.</source>
   <translation>Muy poco apunta a él.</translation>
  </message>
  <message>
   <source>For: {arguments}.</source>
   <translation>A favor: {arguments}.</translation>
  </message>
  <message>
   <source>Against: {arguments}.</source>
   <translation>En contra: {arguments}.</translation>
  </message>
  <message>
   <source>Ruled out in the record.</source>
   <translation>Descartado en el registro clínico.</translation>
  </message>
  <message>
   <source>The record holds this diagnosis as confirmed.</source>
   <translation>El registro clínico tiene este diagnóstico como confirmado.</translation>
  </message>
  <message>
   <source>The record holds this diagnosis as suspected.</source>
   <translation>El registro clínico tiene este diagnóstico como sospechado.</translation>
  </message>
  <message>
   <source>Nothing in the record points to it.</source>
   <translation>Nada en el registro clínico apunta a él.</translation>
  </message>
  <message>
   <source>The criteria could not be told.</source>
   <translation>No se pudieron determinar los criterios.</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/facts_records.py</name>
  <message>
   <source>Diagnosis in the record: {disorder}, suspected</source>
   <translation>Diagnóstico en el registro clínico: {disorder}, sospechado</translation>
  </message>
  <message>
   <source>{disorder} ruled out</source>
   <translation>{disorder}: descartado</translation>
  </message>
  <message>
   <source>{mass}: {length} mm</source>
   <translation>{mass}: {length} mm</translation>
  </message>
  <message>
   <source>Diagnosis in the record: {disorder}, ruled out</source>
   <translation>Diagnóstico en el registro clínico: {disorder}, descartado</translation>
  </message>
  <message>
   <source>Diagnosis in the record: {disorder}, confirmed</source>
   <translation>Diagnóstico en el registro clínico: {disorder}, confirmado</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/loader.py</name>
  <message>
   <source>who approved it (approved_by) and when (approved_on) are needed</source>
   <translation>se necesita quién lo aprobó (approved_by) y cuándo (approved_on)</translation>
  </message>
  <message>
   <source>no section is called {name}; there are {sections}</source>
   <translation>ninguna sección se llama {name}; existen {sections}</translation>
  </message>
  <message>
   <source>There are no rule files.</source>
   <translation>No hay archivos de reglas.</translation>
  </message>
  <message>
   <source>an edition is missing</source>
   <translation>falta una edición</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/logic.py</name>
  <message>
   <source>a group without conditions</source>
   <translation>un grupo sin condiciones</translation>
  </message>
  <message>
   <source>at_least counts among of: give both, and not more than there are</source>
   <translation>at_least cuenta entre of: indique ambos, y no más de los que hay</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/monitoring.py</name>
  <message>
   <source>{text} Never recorded: {what}.</source>
   <translation>{text} Nunca registrado: {what}.</translation>
  </message>
  <message>
   <source>{text} is not a duration of years, months, weeks or days</source>
   <translation>{text} no es una duración en años, meses, semanas o días</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/next_tests.py</name>
  <message>
   <source>An answer can settle FOP and its precautions.</source>
   <translation>Una respuesta puede resolver la cuestión de la FOP y sus precauciones.</translation>
  </message>
  <message>
   <source>An answer can change which disorder leads and what must be avoided.</source>
   <translation>Una respuesta puede cambiar qué trastorno encabeza la lista y qué debe evitarse.</translation>
  </message>
  <message>
   <source>An answer can change which disorder leads.</source>
   <translation>Una respuesta puede cambiar qué trastorno encabeza la lista.</translation>
  </message>
  <message>
   <source>An answer can change how a disorder stands, or what must be avoided.</source>
   <translation>Una respuesta puede cambiar la situación de un trastorno o lo que debe evitarse.</translation>
  </message>
  <message>
   <source>An answer adds to the balance of arguments.</source>
   <translation>Una respuesta se suma al balance de argumentos.</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/pack.py</name>
  <message>
   <source>general clinical knowledge, not from the source</source>
   <translation>conocimiento clínico general, no de la fuente</translation>
  </message>
  <message>
   <source>a clinic's own rule rests on its approval alone</source>
   <translation>la regla propia de un centro se basa solo en su aprobación</translation>
  </message>
  <message>
   <source>give statements, references or a basis, and only one of them</source>
   <translation>indique enunciados, referencias o un fundamento, y solo uno de ellos</translation>
  </message>
  <message>
   <source>an example that fires and one that stays silent are needed</source>
   <translation>se necesitan un ejemplo que la active y uno que no la active</translation>
  </message>
  <message>
   <source>Local: approved by {who}, {day}</source>
   <translation>Local: aprobado por {who}, {day}</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/plan.py</name>
  <message>
   <source>In use: {running}. {advice}</source>
   <translation>En uso: {running}. {advice}</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/recognized.py</name>
  <message>
   <source>recorded as {words}</source>
   <translation>registrado como {words}</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/structure.py</name>
  <message>
   <source>approvals and overrides are for a clinic's own rules</source>
   <translation>las aprobaciones y anulaciones son para las reglas propias de un centro</translation>
  </message>
  <message>
   <source>disorders without rules: {keys}</source>
   <translation>trastornos sin reglas: {keys}</translation>
  </message>
  <message>
   <source>counts on the same days as {name}, which it is in series with</source>
   <translation>cuenta en los mismos días que {name}, con la que forma serie</translation>
  </message>
  <message>
   <source>no statement {name} in statements.csv</source>
   <translation>no existe el enunciado {name} en statements.csv</translation>
  </message>
  <message>
   <source>no reference {name} in references.toml</source>
   <translation>no existe la referencia {name} en references.toml</translation>
  </message>
  <message>
   <source>no criterion {name}</source>
   <translation>no existe el criterio {name}</translation>
  </message>
  <message>
   <source>replaces {name}, which is no rule</source>
   <translation>sustituye a {name}, que no es una regla</translation>
  </message>
  <message>
   <source>the id is taken by {file}</source>
   <translation>el identificador ya lo usa {file}</translation>
  </message>
  <message>
   <source>no statement {name}</source>
   <translation>no existe el enunciado {name}</translation>
  </message>
  <message>
   <source>{name} not in this file</source>
   <translation>{name} no está en este archivo</translation>
  </message>
  <message>
   <source>ends before it begins</source>
   <translation>termina antes de empezar</translation>
  </message>
  <message>
   <source>also in {file}</source>
   <translation>también en {file}</translation>
  </message>
  <message>
   <source>two concepts have this name</source>
   <translation>dos conceptos tienen este nombre</translation>
  </message>
  <message>
   <source>uses {name} before it is defined</source>
   <translation>usa {name} antes de definirlo</translation>
  </message>
  <message>
   <source>no such disorder</source>
   <translation>no existe ese trastorno</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/untranslated.py</name>
  <message>
   <source>the translation ({language}) is incomplete or of an older text</source>
   <translation>la traducción ({language}) está incompleta o es de un texto anterior</translation>
  </message>
  <message>
   <source>not translated ({language})</source>
   <translation>sin traducir ({language})</translation>
  </message>
  <message>
   <source>a translation of nothing: no such entry in {file}</source>
   <translation>traducción de nada: no existe esa entrada en {file}</translation>
  </message>
 </context>
 <context>
  <name>desktop/guidance/words.py</name>
  <message>
   <source>Calcium</source>
   <translation>Calcio</translation>
  </message>
  <message>
   <source>Ionized calcium</source>
   <translation>Calcio ionizado</translation>
  </message>
  <message>
   <source>Calcium, corrected</source>
   <translation>Calcio corregido</translation>
  </message>
  <message>
   <source>PTH</source>
   <translation>PTH</translation>
  </message>
  <message>
   <source>ALP</source>
   <translation>FA</translation>
  </message>
  <message>
   <source>Creatinine</source>
   <translation>Creatinina</translation>
  </message>
  <message>
   <source>1,25-dihydroxyvitamin D</source>
   <translation>1,25-dihidroxivitamina D</translation>
  </message>
  <message>
   <source>25-hydroxyvitamin D</source>
   <translation>25-hidroxivitamina D</translation>
  </message>
  <message>
   <source>Tubular reabsorption of phosphate</source>
   <translation>Reabsorción tubular de fosfato</translation>
  </message>
  <message>
   <source>Calcium × phosphate</source>
   <translation>Calcio × fosfato</translation>
  </message>
  <message>
   <source>Intact FGF23</source>
   <translation>FGF23 intacto</translation>
  </message>
  <message>
   <source>C-terminal FGF23</source>
   <translation>FGF23 C-terminal</translation>
  </message>
  <message>
   <source>CRP</source>
   <translation>PCR</translation>
  </message>
  <message>
   <source>ESR</source>
   <translation>VSG</translation>
  </message>
  <message>
   <source>eGFR</source>
   <translation>TFGe</translation>
  </message>
  <message>
   <source>Calcium × phosphate (calculated)</source>
   <translation>Calcio × fosfato (calculado)</translation>
  </message>
  <message>
   <source>Tubular reabsorption of phosphate (calculated)</source>
   <translation>Reabsorción tubular de fosfato (calculada)</translation>
  </message>
  <message>
   <source>TmP/GFR (calculated)</source>
   <translation>TmP/TFG (calculado)</translation>
  </message>
  <message>
   <source>eGFR (calculated)</source>
   <translation>TFGe (calculada)</translation>
  </message>
  <message>
   <source>Calcium corrected for albumin (calculated)</source>
   <translation>Calcio corregido por albúmina (calculado)</translation>
  </message>
  <message>
   <source>Death</source>
   <translation>Fallecimiento</translation>
  </message>
  <message>
   <source>Other event</source>
   <translation>Otro evento</translation>
  </message>
  <message>
   <source>Dental visit</source>
   <translation>Visita odontológica</translation>
  </message>
  <message>
   <source>Dialysis start</source>
   <translation>Inicio de diálisis</translation>
  </message>
  <message>
   <source>Other procedure</source>
   <translation>Otro procedimiento</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>normal</translation>
  </message>
  <message>
   <source>homozygous</source>
   <translation>homocigoto</translation>
  </message>
  <message>
   <source>compound heterozygous</source>
   <translation>heterocigoto compuesto</translation>
  </message>
  <message>
   <source>heterozygous</source>
   <translation>heterocigoto</translation>
  </message>
  <message>
   <source>hemizygous</source>
   <translation>hemicigoto</translation>
  </message>
  <message>
   <source>pathogenic</source>
   <translation>patogénica</translation>
  </message>
  <message>
   <source>likely pathogenic</source>
   <translation>probablemente patogénica</translation>
  </message>
  <message>
   <source>uncertain significance</source>
   <translation>significado incierto</translation>
  </message>
  <message>
   <source>likely benign</source>
   <translation>probablemente benigna</translation>
  </message>
  <message>
   <source>benign</source>
   <translation>benigna</translation>
  </message>
  <message>
   <source>Mother</source>
   <translation>Madre</translation>
  </message>
  <message>
   <source>Father</source>
   <translation>Padre</translation>
  </message>
  <message>
   <source>Sibling</source>
   <translation>Hermano/a</translation>
  </message>
  <message>
   <source>Child</source>
   <translation>Hijo/a</translation>
  </message>
  <message>
   <source>Other relative</source>
   <translation>Otro familiar</translation>
  </message>
  <message>
   <source>Personal details</source>
   <translation>Datos personales</translation>
  </message>
  <message>
   <source>Mass measured</source>
   <translation>Masa medida</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Fuente</translation>
  </message>
  <message>
   <source>Height or weight</source>
   <translation>Talla o peso</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>Objetivo</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visita</translation>
  </message>
  <message>
   <source>Mass {mass}, {place}</source>
   <translation>Masa {mass}, {place}</translation>
  </message>
  <message>
   <source>{relative} not known</source>
   <translation>{relative}: se desconoce</translation>
  </message>
  <message>
   <source>First seen</source>
   <translation>1.ª vista</translation>
  </message>
  <message>
   <source>{finding}: absent</source>
   <translation>{finding}: ausente</translation>
  </message>
  <message>
   <source>{drug} since {start} until {stop}</source>
   <translation>{drug} desde {start} hasta {stop}</translation>
  </message>
  <message>
   <source>{drug} until {stop}</source>
   <translation>{drug} hasta {stop}</translation>
  </message>
  <message>
   <source>{drug} since {start}</source>
   <translation>{drug} desde {start}</translation>
  </message>
  <message>
   <source>{relative} affected</source>
   <translation>{relative}: con la enfermedad</translation>
  </message>
  <message>
   <source>{relative} not affected</source>
   <translation>{relative}: sin la enfermedad</translation>
  </message>
  <message>
   <source>{what} reported as {verdict}</source>
   <translation>{what}: informado como {verdict}</translation>
  </message>
  <message>
   <source>range {low}–{high}</source>
   <translation>intervalo {low}–{high}</translation>
  </message>
  <message>
   <source>range up to {high}</source>
   <translation>intervalo hasta {high}</translation>
  </message>
  <message>
   <source>range from {low}</source>
   <translation>intervalo desde {low}</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/ages.py</name>
  <message>
   <source>{n} mo</source>
   <translation>{n} m</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/bands.py</name>
  <message>
   <source>the registry's own range: {source}</source>
   <translation>el intervalo propio del registro: {source}</translation>
  </message>
  <message>
   <source>{low} to under {high}</source>
   <translation>desde {low} hasta &lt;{high}</translation>
  </message>
  <message>
   <source>the registry's own range</source>
   <translation>el intervalo propio del registro</translation>
  </message>
  <message>
   <source>female, {ages}</source>
   <translation>mujeres, {ages}</translation>
  </message>
  <message>
   <source>male, {ages}</source>
   <translation>hombres, {ages}</translation>
  </message>
  <message>
   <source>under {age}</source>
   <translation>menos de {age}</translation>
  </message>
  <message>
   <source>{age} and over</source>
   <translation>{age} y más</translation>
  </message>
  <message>
   <source>all ages</source>
   <translation>todas las edades</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/blood.py</name>
  <message>
   <source>ionized calcium of the same occasion is recorded: prefer it</source>
   <translation>consta calcio ionizado de la misma ocasión: prefiéralo</translation>
  </message>
  <message>
   <source>eGFR below 60: uncorrected calcium is the better guide</source>
   <translation>TFGe inferior a 60: el calcio sin corregir es mejor guía</translation>
  </message>
  <message>
   <source>albumin by bromocresol purple, the formula is for bromocresol green</source>
   <translation>albúmina con púrpura de bromocresol; la fórmula es para verde de bromocresol</translation>
  </message>
  <message>
   <source>historical marker, no decision threshold: judge calcium, phosphate and PTH</source>
   <translation>marcador histórico, sin umbral de decisión: valore calcio, fosfato y PTH</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/body.py</name>
  <message>
   <source>the scale needs {n} sites scored 0, 1 or 2</source>
   <translation>la escala necesita {n} sitios puntuados 0, 1 o 2</translation>
  </message>
  <message>
   <source>a range of motion of {n} degrees is not possible</source>
   <translation>una amplitud de movimiento de {n} grados no es posible</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/derived.py</name>
  <message>
   <source>no {analyte} recorded</source>
   <translation>no consta {analyte}</translation>
  </message>
  <message>
   <source>recorded as not detectable only</source>
   <translation>registrada solo como no detectable</translation>
  </message>
  <message>
   <source>never measured</source>
   <translation>nunca medidas</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/filtration.py</name>
  <message>
   <source>intersex</source>
   <translation>intersexual</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>se desconoce</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ninguno</translation>
  </message>
  <message>
   <source>{equation} has forms for women and men; the recorded sex is {sex}</source>
   <translation>{equation} tiene formas para mujeres y hombres; el sexo registrado es {sex}</translation>
  </message>
  <message>
   <source>the age at sampling is unknown</source>
   <translation>se desconoce la edad en la toma</translation>
  </message>
  <message>
   <source>the age at sampling is known only as {first} to {last} y</source>
   <translation>la edad en la toma solo se conoce como de {first} a {last} años</translation>
  </message>
  <message>
   <source>age {first} to {last} y</source>
   <translation>edad de {first} a {last} años</translation>
  </message>
  <message>
   <source>up to {rate} by the end of that age</source>
   <translation>hasta {rate} al final de esa edad</translation>
  </message>
  <message>
   <source>height {n} days apart</source>
   <translation>talla a {n} días de distancia</translation>
  </message>
  <message>
   <source>on dialysis: creatinine is not steady, the estimate does not hold</source>
   <translation>en diálisis: la creatinina no es estable, la estimación no es válida</translation>
  </message>
  <message>
   <source>no usable height within {n} days of the sample</source>
   <translation>sin talla utilizable dentro de {n} días de la muestra</translation>
  </message>
  <message>
   <source>the age at sampling may lie on either side of 18 y: the equation is open</source>
   <translation>la edad en la toma puede estar a uno u otro lado de los 18 años: la ecuación queda abierta</translation>
  </message>
  <message>
   <source>no equation holds below 1 year</source>
   <translation>ninguna ecuación es válida por debajo de 1 año</translation>
  </message>
  <message>
   <source>underestimates a high rate</source>
   <translation>infravalora una tasa alta</translation>
  </message>
  <message>
   <source>for comparison</source>
   <translation>para comparación</translation>
  </message>
  <message>
   <source>creatinine by Jaffe, the equation wants enzymatic</source>
   <translation>creatinina por Jaffé; la ecuación requiere método enzimático</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/intervals.py</name>
  <message>
   <source>the registry range differs: {reason}</source>
   <translation>el intervalo del registro difiere: {reason}</translation>
  </message>
  <message>
   <source>the built-in range differs: {reason}</source>
   <translation>el intervalo incorporado difiere: {reason}</translation>
  </message>
  <message>
   <source>{unit} cannot be converted to {canonical}</source>
   <translation>{unit} no se puede convertir a {canonical}</translation>
  </message>
  <message>
   <source>{value} {unit} lies outside {low} to {high}: not plausible, check unit and typing</source>
   <translation>{value} {unit} está fuera de {low} a {high}: no verosímil, compruebe la unidad y la escritura</translation>
  </message>
  <message>
   <source>the built-in range was made by Kenny and Glen and holds for no other method</source>
   <translation>el intervalo incorporado se hizo según Kenny y Glen y no vale para otro método</translation>
  </message>
  <message>
   <source>unusual for {analyte}: confirm value, unit and fraction</source>
   <translation>inusual para {analyte}: confirme valor, unidad y fracción</translation>
  </message>
  <message>
   <source>an analyte that is not in the vocabulary</source>
   <translation>una determinación que no está en el vocabulario</translation>
  </message>
  <message>
   <source>a missing unit</source>
   <translation>una unidad ausente</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/kidney.py</name>
  <message>
   <source>{equation} holds for {limits}, not for {age} years</source>
   <translation>{equation} es válida para {limits}, no para {age} años</translation>
  </message>
  <message>
   <source>a filtration rate of {rate} is not possible</source>
   <translation>una tasa de filtración de {rate} no es posible</translation>
  </message>
  <message>
   <source>{low} years and over</source>
   <translation>{low} años y más</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/laboratory.py</name>
  <message>
   <source>flagged {flag} by the laboratory or report</source>
   <translation>indicado como {flag} por el laboratorio o el informe</translation>
  </message>
  <message>
   <source>flagged {flag} by the laboratory; the comparator leaves it open against the printed range</source>
   <translation>indicado como {flag} por el laboratorio; el comparador lo deja abierto frente al intervalo impreso</translation>
  </message>
  <message>
   <source>the laboratory's own range</source>
   <translation>el intervalo propio del laboratorio</translation>
  </message>
  <message>
   <source>the flag says {flag}: one of the two is a slip</source>
   <translation>la indicación dice {flag}: uno de los dos es un error</translation>
  </message>
  <message>
   <source>the laboratory's own range, as printed with the result</source>
   <translation>el intervalo propio del laboratorio, tal como se imprimió con el resultado</translation>
  </message>
  <message>
   <source>neither a number with a range nor a flag</source>
   <translation>ni un número con intervalo ni una indicación</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/masses.py</name>
  <message>
   <source>the values span {stretch} days, under {least}: no yearly rate</source>
   <translation>los valores abarcan {stretch} días, menos de {least}: sin velocidad anual</translation>
  </message>
  <message>
   <source>{mass} has no fit: {reason}</source>
   <translation>{mass} no tiene ajuste: {reason}</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/minerals.py</name>
  <message>
   <source>TRP would be {percent} %, outside 0 to 100 %: check the units and whether blood and urine belong together</source>
   <translation>la RTP sería {percent} %, fuera de 0 a 100 %: compruebe las unidades y si la sangre y la orina se corresponden</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/occasions.py</name>
  <message>
   <source>the date names no single day: results cannot be known to be of the same day</source>
   <translation>la fecha no indica un solo día: no se puede saber si los resultados son del mismo día</translation>
  </message>
  <message>
   <source>results that are not dated are not paired</source>
   <translation>los resultados sin fecha no se emparejan</translation>
  </message>
  <message>
   <source>{analyte} {value} {unit} is unusual: confirm it</source>
   <translation>{analyte} {value} {unit} es inusual: confírmelo</translation>
  </message>
  <message>
   <source>no {names} on the same day</source>
   <translation>no consta {names} del mismo día</translation>
  </message>
  <message>
   <source>{analyte} has no number</source>
   <translation>{analyte}: sin número</translation>
  </message>
  <message>
   <source>{analyte} in {unit} cannot be converted to {canonical}</source>
   <translation>{analyte} en {unit} no se puede convertir a {canonical}</translation>
  </message>
  <message>
   <source>{analyte} {value} {unit} is not plausible: check unit and typing</source>
   <translation>{analyte} {value} {unit} no es verosímil: compruebe la unidad y la escritura</translation>
  </message>
  <message>
   <source>{analyte} {value} {unit} is unusual: it may be ionized calcium entered as total</source>
   <translation>{analyte} {value} {unit} es inusual: puede ser calcio ionizado introducido como total</translation>
  </message>
  <message>
   <source>no {names} at the same age</source>
   <translation>no consta {names} de la misma edad</translation>
  </message>
  <message>
   <source>{analyte} has several results ({values}): which one belongs is unknown</source>
   <translation>{analyte} tiene varios resultados ({values}): se desconoce cuál corresponde</translation>
  </message>
  <message>
   <source>results reported as above and below a limit cannot be combined</source>
   <translation>no se pueden combinar resultados informados por encima y por debajo de un límite</translation>
  </message>
  <message>
   <source>same reported age</source>
   <translation>misma edad comunicada</translation>
  </message>
  <message>
   <source>code {code} and unit {unit} disagree, unit trusted</source>
   <translation>el código {code} y la unidad {unit} no concuerdan; prevalece la unidad</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/questions.py</name>
  <message>
   <source>{analyte} {value} {unit} differs from the last one ({before}) by a factor of {factor}: is the unit right?</source>
   <translation>{analyte} {value} {unit} difiere del último ({before}) en un factor de {factor}: ¿es correcta la unidad?</translation>
  </message>
  <message>
   <source>the code {code} is not the one for {unit}; the unit is trusted: is it right?</source>
   <translation>el código {code} no es el de {unit}; prevalece la unidad: ¿es correcta?</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/refusal.py</name>
  <message>
   <source>creatinine</source>
   <translation>creatinina</translation>
  </message>
  <message>
   <source>height</source>
   <translation>talla</translation>
  </message>
  <message>
   <source>calcium</source>
   <translation>calcio</translation>
  </message>
  <message>
   <source>phosphate</source>
   <translation>fosfato</translation>
  </message>
  <message>
   <source>albumin</source>
   <translation>albúmina</translation>
  </message>
  <message>
   <source>serum phosphate</source>
   <translation>fosfato en suero</translation>
  </message>
  <message>
   <source>urine phosphate</source>
   <translation>fosfato en orina</translation>
  </message>
  <message>
   <source>serum creatinine</source>
   <translation>creatinina en suero</translation>
  </message>
  <message>
   <source>urine creatinine</source>
   <translation>creatinina en orina</translation>
  </message>
  <message>
   <source>length</source>
   <translation>longitud</translation>
  </message>
  <message>
   <source>width</source>
   <translation>anchura</translation>
  </message>
  <message>
   <source>depth</source>
   <translation>profundidad</translation>
  </message>
  <message>
   <source>volume</source>
   <translation>volumen</translation>
  </message>
  <message>
   <source>first volume</source>
   <translation>primer volumen</translation>
  </message>
  <message>
   <source>second volume</source>
   <translation>segundo volumen</translation>
  </message>
  <message>
   <source>number of days</source>
   <translation>número de días</translation>
  </message>
  <message>
   <source>{what} is {number}; a number above 0 is needed</source>
   <translation>{what} es {number}; se necesita un número mayor que 0</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/regression.py</name>
  <message>
   <source>{n} of at least {least} values</source>
   <translation>{n} de al menos {least} valores</translation>
  </message>
  <message>
   <source>a value is not a finite number</source>
   <translation>un valor no es un número finito</translation>
  </message>
  <message>
   <source>all values are of one time</source>
   <translation>todos los valores son de una misma fecha</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/series.py</name>
  <message>
   <source>excision</source>
   <translation>escisión</translation>
  </message>
  <message>
   <source>drainage</source>
   <translation>drenaje</translation>
  </message>
  <message>
   <source>ulceration</source>
   <translation>ulceración</translation>
  </message>
  <message>
   <source>merging</source>
   <translation>unión</translation>
  </message>
  <message>
   <source>division</source>
   <translation>división</translation>
  </message>
  <message numerus="yes">
   <source>{n} values</source>
   <translation>
    <numerusform>{n} valor</numerusform>
    <numerusform>{n} valores</numerusform>
   </translation>
  </message>
  <message>
   <source>{values} not after the last {kind} left out</source>
   <translation>sin contar {values} hasta el último corte ({kind})</translation>
  </message>
  <message>
   <source>last seen as not detectable, {when}: not counted as zero</source>
   <translation>vista por última vez como no detectable, {when}: no cuenta como cero</translation>
  </message>
  <message>
   <source>{values} without a usable time left out</source>
   <translation>sin contar {values} sin fecha utilizable</translation>
  </message>
  <message>
   <source>{values} of a partial date with an open order left out</source>
   <translation>sin contar {values} de fecha parcial con orden incierto</translation>
  </message>
  <message>
   <source>{values} of a partial date placed at its middle</source>
   <translation>{values} de fecha parcial, a mitad de su período</translation>
  </message>
  <message>
   <source>{kind} of this mass without a date: the series is open</source>
   <translation>{kind} de esta masa sin fecha: la serie queda abierta</translation>
  </message>
  <message>
   <source>{values} by another method left out ({other})</source>
   <translation>sin contar {values} por otro método ({other})</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/sizes.py</name>
  <message>
   <source>a sum of diameters cannot be negative</source>
   <translation>una suma de diámetros no puede ser negativa</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/trends.py</name>
  <message>
   <source>several methods are not joined in one trend: {methods}</source>
   <translation>no se unen varios métodos en una tendencia: {methods}</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/tubular.py</name>
  <message>
   <source>for comparison; the form used at this age is {form}</source>
   <translation>para comparación; la forma usada a esta edad es {form}</translation>
  </message>
  <message>
   <source>not fasting: normal values are for fasting samples</source>
   <translation>sin ayuno: los valores normales son para muestras en ayunas</translation>
  </message>
  <message>
   <source>fasting not stated for every sample</source>
   <translation>no consta el ayuno en todas las muestras</translation>
  </message>
  <message>
   <source>Kenny-Glen jumps at a TRP of 86 %, so the comparator leaves the value open</source>
   <translation>Kenny-Glen da un salto con una RTP del 86 %, por lo que el comparador deja abierto el valor</translation>
  </message>
  <message>
   <source>age not known well enough to prefer one form</source>
   <translation>no se conoce bien la edad para preferir una forma</translation>
  </message>
  <message>
   <source>judge it together with serum phosphate</source>
   <translation>valórela junto con el fosfato en suero</translation>
  </message>
  <message>
   <source>the form used under 19 y</source>
   <translation>la forma usada antes de los 19 años</translation>
  </message>
  <message>
   <source>the form used from 19 y</source>
   <translation>la forma usada desde los 19 años</translation>
  </message>
  <message>
   <source>near TRP 86 % the rule jumps by 4 %: small steps there are artifacts</source>
   <translation>cerca de una RTP del 86 % la regla salta un 4 %: los escalones pequeños ahí son artefactos</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/verdicts.py</name>
  <message>
   <source>{value} cannot be told against {limits} ({source})</source>
   <translation>{value} no se puede comparar con {limits} ({source})</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} a {high}</translation>
  </message>
  <message>
   <source>{reason}; most other sources agree, but {dissent}</source>
   <translation>{reason}; la mayoría de las demás fuentes concuerda, pero {dissent}</translation>
  </message>
  <message>
   <source>{value} is above {limit} ({source})</source>
   <translation>{value} está por encima de {limit} ({source})</translation>
  </message>
  <message>
   <source>{value} is below {limit} ({source})</source>
   <translation>{value} está por debajo de {limit} ({source})</translation>
  </message>
  <message>
   <source>{value} is within {limits} ({source})</source>
   <translation>{value} está dentro de {limits} ({source})</translation>
  </message>
  <message>
   <source>from {limit}</source>
   <translation>desde {limit}</translation>
  </message>
  <message>
   <source>age or sex leave several ranges open: {reasons}</source>
   <translation>la edad o el sexo dejan abiertos varios intervalos: {reasons}</translation>
  </message>
  <message>
   <source>borderline, depends on the laboratory: {reason}, but {dissent}</source>
   <translation>en el límite, depende del laboratorio: {reason}, pero {dissent}</translation>
  </message>
  <message>
   <source>any value</source>
   <translation>cualquier valor</translation>
  </message>
  <message>
   <source>up to {limit}</source>
   <translation>hasta {limit}</translation>
  </message>
  <message>
   <source>no range for this analyte at this age</source>
   <translation>sin intervalo para esta determinación a esta edad</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/volumes.py</name>
  <message>
   <source>approximation: a sphere from one diameter</source>
   <translation>aproximación: una esfera a partir de un diámetro</translation>
  </message>
  <message>
   <source>{what} {cell} is not a number above 0</source>
   <translation>{what} {cell} no es un número mayor que 0</translation>
  </message>
  <message>
   <source>no size was recorded</source>
   <translation>no se registró ningún tamaño</translation>
  </message>
  <message>
   <source>approximation: third diameter taken as their geometric mean, {third} mm</source>
   <translation>aproximación: tercer diámetro tomado como su media geométrica, {third} mm</translation>
  </message>
  <message>
   <source>{volume} mL as recorded</source>
   <translation>{volume} mL según lo registrado</translation>
  </message>
  <message>
   <source>diameter</source>
   <translation>diámetro</translation>
  </message>
 </context>
 <context>
  <name>desktop/measures/wording.py</name>
  <message>
   <source>total calcium</source>
   <translation>calcio total</translation>
  </message>
  <message>
   <source>corrected calcium</source>
   <translation>calcio corregido</translation>
  </message>
  <message>
   <source>ionized calcium</source>
   <translation>calcio ionizado</translation>
  </message>
  <message>
   <source>other</source>
   <translation>otro</translation>
  </message>
  <message>
   <source>{form}, {how}</source>
   <translation>{form}, {how}</translation>
  </message>
  <message>
   <source>total calcium, uncorrected</source>
   <translation>calcio total, sin corregir</translation>
  </message>
  <message>
   <source>corrected calcium as reported</source>
   <translation>calcio corregido según el informe</translation>
  </message>
  <message>
   <source>albumin-corrected, Payne 1973</source>
   <translation>corregido por albúmina, Payne 1973</translation>
  </message>
  <message>
   <source>Kenny-Glen</source>
   <translation>Kenny-Glen</translation>
  </message>
  <message>
   <source>direct</source>
   <translation>directo</translation>
  </message>
  <message>
   <source>spot urine with blood</source>
   <translation>orina aislada con sangre</translation>
  </message>
  <message>
   <source>CKD-EPI 2021 creatinine</source>
   <translation>CKD-EPI 2021 creatinina</translation>
  </message>
  <message>
   <source>bedside Schwartz</source>
   <translation>Schwartz abreviada</translation>
  </message>
  <message>
   <source>CKiD U25 creatinine</source>
   <translation>CKiD U25 creatinina</translation>
  </message>
  <message>
   <source>volume as recorded</source>
   <translation>volumen según lo registrado</translation>
  </message>
  <message>
   <source>ellipsoid</source>
   <translation>elipsoide</translation>
  </message>
  <message>
   <source>approximation from 2 diameters</source>
   <translation>aproximación a partir de 2 diámetros</translation>
  </message>
  <message>
   <source>approximation from 1 diameter</source>
   <translation>aproximación a partir de 1 diámetro</translation>
  </message>
  <message>
   <source>log-linear fit</source>
   <translation>ajuste loglineal</translation>
  </message>
  <message>
   <source>modality not stated</source>
   <translation>técnica no indicada</translation>
  </message>
  <message>
   <source>log-linear fit of {method}</source>
   <translation>ajuste loglineal de {method}</translation>
  </message>
  <message>
   <source>{these} and {this}</source>
   <translation>{these} y {this}</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/advice.py</name>
  <message>
   <source>due, how often, last</source>
   <translation>próximo, frecuencia, último</translation>
  </message>
  <message>
   <source>every day</source>
   <translation>cada día</translation>
  </message>
  <message>
   <source>every {n} days</source>
   <translation>cada {n} días</translation>
  </message>
  <message>
   <source>every week</source>
   <translation>cada semana</translation>
  </message>
  <message>
   <source>every {n} weeks</source>
   <translation>cada {n} semanas</translation>
  </message>
  <message>
   <source>every month</source>
   <translation>cada mes</translation>
  </message>
  <message>
   <source>every {n} months</source>
   <translation>cada {n} meses</translation>
  </message>
  <message>
   <source>every year</source>
   <translation>cada año</translation>
  </message>
  <message>
   <source>every {n} years</source>
   <translation>cada {n} años</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>{start} to {end}</source>
   <translation>{start} a {end}</translation>
  </message>
  <message>
   <source>The guidance names nothing to watch for this record.</source>
   <translation>La guía no indica nada que vigilar en este registro clínico.</translation>
  </message>
  <message>
   <source>due, how often, last; intervals by expert opinion</source>
   <translation>próximo, frecuencia, último; intervalos según opinión de expertos</translation>
  </message>
  <message>
   <source>Monitoring</source>
   <translation>Seguimiento</translation>
  </message>
  <message>
   <source>overdue since {day}</source>
   <translation>vencido desde {day}</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>previsto {day}</translation>
  </message>
  <message>
   <source>to consider</source>
   <translation>a considerar</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>Acción</translation>
  </message>
  <message>
   <source>Advice</source>
   <translation>Consejo</translation>
  </message>
  <message>
   <source>Ground [source]</source>
   <translation>Fundamento [fuente]</translation>
  </message>
  <message>
   <source>no dated record</source>
   <translation>sin entradas con fecha</translation>
  </message>
  <message>
   <source>response {response}</source>
   <translation>respuesta {response}</translation>
  </message>
  <message>
   <source>response not recorded</source>
   <translation>respuesta no registrada</translation>
  </message>
  <message>
   <source>last {day}</source>
   <translation>último {day}</translation>
  </message>
  <message>
   <source>Advice because of: </source>
   <translation>Consejo debido a: </translation>
  </message>
  <message>
   <source>The guidance has no advice for this record.</source>
   <translation>La guía no tiene ningún consejo para este registro clínico.</translation>
  </message>
  <message>
   <source>No treatment recorded.</source>
   <translation>Ningún tratamiento registrado.</translation>
  </message>
  <message>
   <source>start not recorded</source>
   <translation>inicio no registrado</translation>
  </message>
  <message>
   <source>no end recorded</source>
   <translation>fin no registrado</translation>
  </message>
  <message>
   <source>Missing from the record: </source>
   <translation>Falta en el registro clínico: </translation>
  </message>
  <message>
   <source>never recorded: {names}</source>
   <translation>nunca registrado: {names}</translation>
  </message>
  <message>
   <source>Superseded, not to plan on: </source>
   <translation>Superado, no planificar con ello: </translation>
  </message>
  <message>
   <source>Next test: </source>
   <translation>Próxima prueba: </translation>
  </message>
  <message>
   <source>Then: </source>
   <translation>Después: </translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/bodymap.py</name>
  <message>
   <source>Front</source>
   <translation>Frente</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>R</source>
   <comment>right</comment>
   <translation>D</translation>
  </message>
  <message>
   <source>L</source>
   <comment>left</comment>
   <translation>I</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/clinical_parts.py</name>
  <message>
   <source>Summary</source>
   <translation>Resumen</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Resultados</translation>
  </message>
  <message>
   <source>Phosphate and treatment</source>
   <translation>Fosfato y tratamiento</translation>
  </message>
  <message>
   <source>Findings and genetics</source>
   <translation>Hallazgos y genética</translation>
  </message>
  <message>
   <source>Masses and growth</source>
   <translation>Masas y crecimiento</translation>
  </message>
  <message>
   <source>Criteria and evidence</source>
   <translation>Criterios y pruebas</translation>
  </message>
  <message>
   <source>Plan and monitoring</source>
   <translation>Plan y seguimiento</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Fuentes</translation>
  </message>
  <message>
   <source>zygosity not recorded</source>
   <translation>cigosidad no registrada</translation>
  </message>
  <message>
   <source>not classified</source>
   <translation>sin clasificar</translation>
  </message>
  <message>
   <source>Present</source>
   <translation>Presente</translation>
  </message>
  <message>
   <source>Absent (looked for)</source>
   <translation>Ausente (se buscó)</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>Variantes</translation>
  </message>
  <message>
   <source>No finding and no variant recorded.</source>
   <translation>Ningún hallazgo ni variante registrados.</translation>
  </message>
  <message>
   <source>Note: </source>
   <translation>Nota: </translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/clinician.py</name>
  <message>
   <source>Left out of this print: {sections}.</source>
   <translation>Omitido en esta impresión: {sections}.</translation>
  </message>
  <message>
   <source>Clinical summary</source>
   <translation>Resumen clínico</translation>
  </message>
  <message>
   <source>Published case</source>
   <translation>Caso publicado</translation>
  </message>
  <message>
   <source>Reviewed by (name, role)</source>
   <translation>Revisado por (nombre, función)</translation>
  </message>
  <message>
   <source>Signature and date</source>
   <translation>Firma y fecha</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/emergency.py</name>
  <message>
   <source>cut out a lump or new bone</source>
   <translation>extirpar un bulto ni hueso nuevo</translation>
  </message>
  <message>
   <source>take a biopsy of a lump or swelling</source>
   <translation>hacer biopsia de un bulto o de una tumefacción</translation>
  </message>
  <message>
   <source>inject into a muscle</source>
   <translation>inyectar en un músculo</translation>
  </message>
  <message>
   <source>puncture an artery</source>
   <translation>puncionar una arteria</translation>
  </message>
  <message>
   <source>give a nerve block in the jaw (mandibular block)</source>
   <translation>hacer un bloqueo nervioso en la mandíbula (bloqueo mandibular)</translation>
  </message>
  <message>
   <source>force the mouth open</source>
   <translation>abrir la boca a la fuerza</translation>
  </message>
  <message>
   <source>stretch a joint by force</source>
   <translation>estirar una articulación a la fuerza</translation>
  </message>
  <message>
   <source>vaccinate into a muscle, or during a flare</source>
   <translation>vacunar en un músculo, ni durante un brote</translation>
  </message>
  <message>
   <source>give burosumab</source>
   <translation>dar burosumab</translation>
  </message>
  <message>
   <source>give calcium tablets, calcium antacids or calcium binders</source>
   <translation>dar comprimidos de calcio, antiácidos de calcio ni quelantes con calcio</translation>
  </message>
  <message>
   <source>give active vitamin D, or more than a deficiency needs</source>
   <translation>dar vitamina D activa, ni más de lo que exige una carencia</translation>
  </message>
  <message>
   <source>give phosphate by mouth or as an enema</source>
   <translation>dar fosfato por la boca ni en enema</translation>
  </message>
  <message>
   <source>start acetazolamide without the treating team</source>
   <translation>iniciar acetazolamida sin el equipo tratante</translation>
  </message>
  <message>
   <source>Blood draws, and injections under the skin or into a vein, are acceptable.</source>
   <translation>Se aceptan las extracciones de sangre y las inyecciones bajo la piel o en una vena.</translation>
  </message>
  <message>
   <source>Urgent care that saves life is never withheld.</source>
   <translation>Nunca se niega la atención urgente que salva la vida.</translation>
  </message>
  <message>
   <source>Call a team that knows FOP before any anesthesia.</source>
   <translation>Llame a un equipo que conozca la FOP antes de cualquier anestesia.</translation>
  </message>
  <message>
   <source>Even a fall or a bruise can start new bone: look for a flare.</source>
   <translation>Incluso una caída o un golpe pueden iniciar hueso nuevo: busque un brote.</translation>
  </message>
  <message>
   <source>The lumps are calcium deposits near joints; blood phosphate is high.</source>
   <translation>Los bultos son depósitos de calcio junto a las articulaciones; el fosfato en sangre está alto.</translation>
  </message>
  <message>
   <source>An open, hot or draining lump can be infected: look for infection.</source>
   <translation>Un bulto abierto, caliente o que drena puede estar infectado: busque infección.</translation>
  </message>
  <message>
   <source>New numbness or weakness: look for pressure on a nerve.</source>
   <translation>Entumecimiento o debilidad nuevos: busque compresión de un nervio.</translation>
  </message>
  <message>
   <source>Ask the treating team before an operation on a lump: it can come back.</source>
   <translation>Consulte al equipo tratante antes de operar un bulto: puede reaparecer.</translation>
  </message>
  <message>
   <source>Cut along the outer line and fold along the middle. Carry the card, and show it before any treatment. Throw it away when you get a newer one.</source>
   <translation>Recorte por la línea exterior y doble por el centro. Lleve la tarjeta consigo y muéstrela antes de cualquier tratamiento. Tírela cuando reciba una más reciente.</translation>
  </message>
  <message>
   <source>Emergency card</source>
   <translation>Tarjeta de urgencias</translation>
  </message>
  <message>
   <source>{disorder}: suspected</source>
   <translation>{disorder}: sospechado</translation>
  </message>
  <message>
   <source>Allergies not recorded</source>
   <translation>Alergias no registradas</translation>
  </message>
  <message>
   <source>{disorder}: possible, not ruled out</source>
   <translation>{disorder}: posible, no descartado</translation>
  </message>
  <message>
   <source>{disorder}: confirmed</source>
   <translation>{disorder}: confirmado</translation>
  </message>
  <message>
   <source>No known allergies</source>
   <translation>Sin alergias conocidas</translation>
  </message>
  <message>
   <source>none recorded</source>
   <translation>nada registrado</translation>
  </message>
  <message>
   <source>The guidance forbids nothing on what is recorded.</source>
   <translation>La guía no prohíbe nada según lo registrado.</translation>
  </message>
  <message>
   <source>There is no emergency card for this patient.</source>
   <translation>No hay tarjeta de urgencias para este paciente.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Born</source>
   <translation>Nacimiento</translation>
  </message>
  <message>
   <source>Registry ID</source>
   <translation>ID de registro</translation>
  </message>
  <message>
   <source>MRN</source>
   <translation>N.º HC</translation>
  </message>
  <message>
   <source>Allergies</source>
   <translation>Alergias</translation>
  </message>
  <message>
   <source>Medicines</source>
   <translation>Medicamentos</translation>
  </message>
  <message>
   <source>MEDICAL EMERGENCY CARD</source>
   <translation>TARJETA DE URGENCIAS MÉDICAS</translation>
  </message>
  <message>
   <source>{disorder}: {standing}</source>
   <translation>{disorder}: {standing}</translation>
  </message>
  <message>
   <source>Cards exist for FOP and for hyperphosphatemic tumoral calcinosis.</source>
   <translation>Hay tarjetas para la FOP y para la calcinosis tumoral hiperfosfatémica.</translation>
  </message>
  <message>
   <source>not recorded</source>
   <translation>no registrado</translation>
  </message>
  <message>
   <source>Clinic</source>
   <translation>Centro</translation>
  </message>
  <message>
   <source>Nights and weekends</source>
   <translation>Noches y fines de semana</translation>
  </message>
  <message>
   <source>Good to know</source>
   <translation>Conviene saber</translation>
  </message>
  <message>
   <source>DO NOT {action}</source>
   <translation>NO {action}</translation>
  </message>
  <message>
   <source>DEMO DATA</source>
   <translation>DATOS DE DEMOSTRACIÓN</translation>
  </message>
  <message>
   <source>Decision support. Not a diagnosis.</source>
   <translation>Apoyo a la decisión. No es un diagnóstico.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/fit.py</name>
  <message>
   <source>Met</source>
   <translation>Se cumple</translation>
  </message>
  <message>
   <source>Not met</source>
   <translation>No se cumple</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Desconocido</translation>
  </message>
  <message>
   <source>decisive</source>
   <translation>decisivo</translation>
  </message>
  <message>
   <source>major</source>
   <translation>mayor</translation>
  </message>
  <message>
   <source>Best fit: {name}</source>
   <translation>Mejor concordancia: {name}</translation>
  </message>
  <message>
   <source>Against</source>
   <translation>En contra</translation>
  </message>
  <message>
   <source>Speaks against: {text}</source>
   <translation>Habla en contra: {text}</translation>
  </message>
  <message>
   <source>No disorder of the guidance fits what is recorded.</source>
   <translation>Ningún trastorno de la guía concuerda con lo registrado.</translation>
  </message>
  <message>
   <source>Best fit by criteria</source>
   <translation>Mejor concordancia por criterios</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Criterion</source>
   <translation>Criterio</translation>
  </message>
  <message>
   <source>Evidence in record (+ more items)</source>
   <translation>Prueba en el registro clínico (+ otros elementos)</translation>
  </message>
  <message>
   <source>unlikely on what is recorded: {names}</source>
   <translation>improbable según lo registrado: {names}</translation>
  </message>
  <message>
   <source>nothing recorded for or against: {names}</source>
   <translation>nada registrado a favor ni en contra: {names}</translation>
  </message>
  <message>
   <source>excluded: {names}</source>
   <translation>excluido: {names}</translation>
  </message>
  <message>
   <source>nothing recorded</source>
   <translation>nada registrado</translation>
  </message>
  <message>
   <source>does not hold:</source>
   <translation>no se cumple:</translation>
  </message>
  <message>
   <source>not known:</source>
   <translation>se desconoce:</translation>
  </message>
  <message>
   <source>Unknown, of minor weight: </source>
   <translation>Desconocido, de menor peso: </translation>
  </message>
  <message>
   <source>Would speak against, </source>
   <translation>Hablaría en contra, </translation>
  </message>
  <message>
   <source>Also considered: </source>
   <translation>También considerado: </translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/frame.py</name>
  <message>
   <source>page {number} of {pages}</source>
   <translation>página {number} de {pages}</translation>
  </message>
  <message>
   <source>A piece of this document does not fit on a page.</source>
   <translation>Una parte de este documento no cabe en una página.</translation>
  </message>
  <message>
   <source>Print it as plain text, and leave out the section that is too long.</source>
   <translation>Imprímalo como texto simple u omita la sección demasiado larga.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/imprint.py</name>
  <message>
   <source>Audit {head}</source>
   <translation>Auditoría {head}</translation>
  </message>
  <message>
   <source>Printed {day} by {who}</source>
   <translation>Impreso {day} por {who}</translation>
  </message>
  <message>
   <source>Printed {day}</source>
   <translation>Impreso {day}</translation>
  </message>
  <message>
   <source>guidance {version}</source>
   <translation>guía {version}</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/letter.py</name>
  <message>
   <source>Re: {name}, born {birth}, MRN {mrn}, registry ID {registry_id}</source>
   <translation>Asunto: {name}, nacimiento {birth}, HC {mrn}, ID de registro {registry_id}</translation>
  </message>
  <message>
   <source>Referral letter</source>
   <translation>Carta de derivación</translation>
  </message>
  <message>
   <source>Dear colleague,</source>
   <translation>Estimado/a colega:</translation>
  </message>
  <message>
   <source>Thank you for seeing this patient. The question is: </source>
   <translation>Gracias por atender a este paciente. La pregunta es: </translation>
  </message>
  <message>
   <source>Please read the safety box above before any procedure or prescription.</source>
   <translation>Lea el recuadro de seguridad de arriba antes de cualquier procedimiento o prescripción.</translation>
  </message>
  <message>
   <source>With kind regards,</source>
   <translation>Un cordial saludo,</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/lumps.py</name>
  <message>
   <source>↑ growing · → stable · ↓ shrinking · dashed: unclear or unknown</source>
   <translation>↑ en crecimiento · → estable · ↓ en disminución · discontinuo: no clara o se desconoce</translation>
  </message>
  <message>
   <source>Not on the map: {names}.</source>
   <translation>Sin representar en el mapa: {names}.</translation>
  </message>
  <message>
   <source>Masses, {day}</source>
   <translation>Masas, {day}</translation>
  </message>
  <message>
   <source>{volume} mL before excision, {day}</source>
   <translation>{volume} mL antes de la escisión, {day}</translation>
  </message>
  <message>
   <source>approx., not dated</source>
   <translation>aprox., sin fecha</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Volumen</translation>
  </message>
  <message>
   <source>Growth/y (95 % CI)</source>
   <translation>Crec./a (IC 95 %)</translation>
  </message>
  <message>
   <source>Trend</source>
   <translation>Tendencia</translation>
  </message>
  <message>
   <source>Total volume {volume} mL on {day} ({assessed} of {masses} masses assessed).</source>
   <translation>Volumen total {volume} mL el {day} ({assessed} de {masses} masas evaluadas).</translation>
  </message>
  <message>
   <source>Volumes: {methods}.</source>
   <translation>Volúmenes: {methods}.</translation>
  </message>
  <message>
   <source>Growth: {methods}; {counts}.</source>
   <translation>Crecimiento: {methods}; {counts}.</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>se desconoce</translation>
  </message>
  <message>
   <source>approx.</source>
   <translation>aprox.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/patient.py</name>
  <message>
   <source>Your lumps</source>
   <translation>Sus bultos</translation>
  </message>
  <message>
   <source>Your calcinosis summary</source>
   <translation>Resumen de su calcinosis</translation>
  </message>
  <message>
   <source>What you have</source>
   <translation>Qué tiene usted</translation>
  </message>
  <message>
   <source>Your medicines and food</source>
   <translation>Sus medicinas y alimentos</translation>
  </message>
  <message>
   <source>What to avoid: show this to every doctor, dentist and pharmacist</source>
   <translation>Qué evitar: muestre esto a todo médico, dentista y farmacéutico</translation>
  </message>
  <message>
   <source>Call us the same day if</source>
   <translation>Llámenos el mismo día si</translation>
  </message>
  <message>
   <source>The shaded band is the usual range for your age. A dashed line is where a treatment began.</source>
   <translation>La franja sombreada es el intervalo habitual para su edad. Una línea discontinua marca el inicio de un tratamiento.</translation>
  </message>
  <message>
   <source>Words we used</source>
   <translation>Palabras que usamos</translation>
  </message>
  <message>
   <source>No medicine is on record.</source>
   <translation>No hay ninguna medicina registrada.</translation>
  </message>
  <message>
   <source>What happens next</source>
   <translation>Qué sigue ahora</translation>
  </message>
  <message>
   <source>Checked with you by</source>
   <translation>Revisado con usted por</translation>
  </message>
  <message>
   <source>My questions</source>
   <translation>Mis preguntas</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/patient_sheet.py</name>
  <message>
   <source>Bring it to other doctors, dentists and pharmacists.</source>
   <translation>Llévela a otros médicos, dentistas y farmacéuticos.</translation>
  </message>
  <message>
   <source>Your phosphate</source>
   <translation>Su fosfato</translation>
  </message>
  <message>
   <source>We will arrange</source>
   <translation>Nosotros organizaremos</translation>
  </message>
  <message>
   <source>Your team is still finding out what you have, or tells you about it itself.</source>
   <translation>Su equipo aún busca qué tiene usted, o se lo dirá en persona.</translation>
  </message>
  <message>
   <source>You probably have {disorder}. It is not proven yet.</source>
   <translation>Usted probablemente tiene {disorder}. Aún no está demostrado.</translation>
  </message>
  <message>
   <source>On {day} it was {value} {unit}.</source>
   <translation>El {day} era de {value} {unit}.</translation>
  </message>
  <message>
   <source>Your phosphate is lower than before, but still high</source>
   <translation>Su fosfato está más bajo que antes, pero aún alto</translation>
  </message>
  <message>
   <source>Your phosphate is high</source>
   <translation>Su fosfato está alto</translation>
  </message>
  <message>
   <source>Your phosphate is low</source>
   <translation>Su fosfato está bajo</translation>
  </message>
  <message>
   <source>Your phosphate is at the edge of the usual range</source>
   <translation>Su fosfato está en el borde del intervalo habitual</translation>
  </message>
  <message>
   <source>Your phosphate is in the usual range</source>
   <translation>Su fosfato está en el intervalo habitual</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Ahora</translation>
  </message>
  <message>
   <source>By {day}</source>
   <translation>Antes del {day}</translation>
  </message>
  <message>
   <source>A sheet for the patient is not made: a death is recorded.</source>
   <translation>No se hace una hoja para el paciente: consta un fallecimiento.</translation>
  </message>
  <message>
   <source>This page says how you are doing.</source>
   <translation>Esta página explica cómo está usted.</translation>
  </message>
  <message>
   <source>You have {disorder}.</source>
   <translation>Usted tiene {disorder}.</translation>
  </message>
  <message>
   <source>On {day} it was {value}.</source>
   <translation>El {day} era de {value}.</translation>
  </message>
  <message>
   <source>The usual range at your age then was {low} to {high}.</source>
   <translation>El intervalo habitual a su edad de entonces era de {low} a {high}.</translation>
  </message>
  <message>
   <source>There is no usual range to hold it against.</source>
   <translation>No hay un intervalo habitual con que compararlo.</translation>
  </message>
  <message>
   <source>Take it as your team told you.</source>
   <translation>Tómelo como le indicó su equipo.</translation>
  </message>
  <message>
   <source>You are allergic to {substance}.</source>
   <translation>Usted es alérgico o alérgica a {substance}.</translation>
  </message>
  <message>
   <source>It is not known whether you have other allergies. Tell us.</source>
   <translation>No se sabe si tiene otras alergias. Díganoslo.</translation>
  </message>
  <message>
   <source>Print the clinical summary instead.</source>
   <translation>Imprima en su lugar el resumen clínico.</translation>
  </message>
  <message>
   <source>No lump is on record.</source>
   <translation>No hay ningún bulto registrado.</translation>
  </message>
  <message>
   <source>{name}, this page says how you are doing.</source>
   <translation>{name}, esta página explica cómo está usted.</translation>
  </message>
  <message>
   <source>{place} ({name})</source>
   <translation>{place} ({name})</translation>
  </message>
  <message>
   <source>You have no known allergies.</source>
   <translation>Usted no tiene alergias conocidas.</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Más adelante</translation>
  </message>
  <message numerus="yes">
   <source>{n} more checks. Ask us.</source>
   <translation>
    <numerusform>{n} control más. Pregúntenos.</numerusform>
    <numerusform>{n} controles más. Pregúntenos.</numerusform>
   </translation>
  </message>
  <message>
   <source>Your allergies are not written down here. Tell everyone who treats you.</source>
   <translation>Sus alergias no están anotadas aquí. Dígalas a todos los que le atiendan.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/plain_words.py</name>
  <message>
   <source>you think you may be pregnant</source>
   <translation>cree que puede estar embarazada</translation>
  </message>
  <message>
   <source>the skin over a lump opens, turns red or hot, or leaks chalky white fluid</source>
   <translation>la piel sobre un bulto se abre, se pone roja o caliente, o suelta un líquido blanco como tiza</translation>
  </message>
  <message>
   <source>you have fever with a sore lump</source>
   <translation>tiene fiebre y un bulto que duele</translation>
  </message>
  <message>
   <source>a hand or foot becomes numb, tingly or weak</source>
   <translation>una mano o un pie se duerme, hormiguea o pierde fuerza</translation>
  </message>
  <message>
   <source>you suddenly have strong pain, or you see less well</source>
   <translation>tiene de pronto un dolor fuerte, o ve peor</translation>
  </message>
  <message>
   <source>you feel very tired, breathe fast or keep being sick</source>
   <translation>se siente muy cansado o cansada, respira rápido o vomita sin parar</translation>
  </message>
  <message>
   <source>you have a new swelling, or a joint becomes stiff or sore</source>
   <translation>tiene una hinchazón nueva, o una articulación se pone rígida o duele</translation>
  </message>
  <message>
   <source>your jaw does not open as before</source>
   <translation>su mandíbula no se abre como antes</translation>
  </message>
  <message>
   <source>you fell or hit your head</source>
   <translation>se cayó o se golpeó la cabeza</translation>
  </message>
  <message>
   <source>you are short of breath, or you have fever and a cough</source>
   <translation>le falta el aire, o tiene fiebre y tos</translation>
  </message>
  <message>
   <source>someone plans a shot, a dental visit or an operation</source>
   <translation>alguien planea una inyección, una visita al dentista o una operación</translation>
  </message>
  <message>
   <source>{day} {month} {year}</source>
   <translation>{day} de {month} de {year}</translation>
  </message>
  <message>
   <source>It holds phosphate in your food, so less gets in.</source>
   <translation>Retiene el fosfato de la comida, así entra menos.</translation>
  </message>
  <message>
   <source>It lets less phosphate into your body.</source>
   <translation>Deja entrar menos fosfato en su cuerpo.</translation>
  </message>
  <message>
   <source>Less processed food, cola and cheese. Read labels for “phos”. Ask our dietitian for the list.</source>
   <translation>Menos comida procesada, refrescos de cola y queso. Busque «fos» en las etiquetas. Pida la lista a nuestro dietista.</translation>
  </message>
  <message>
   <source>It eases pain and swelling.</source>
   <translation>Alivia el dolor y la hinchazón.</translation>
  </message>
  <message>
   <source>It eases pain.</source>
   <translation>Alivia el dolor.</translation>
  </message>
  <message>
   <source>It calms swelling. Do not stop it on your own.</source>
   <translation>Calma la hinchazón. No lo deje por su cuenta.</translation>
  </message>
  <message>
   <source>It calms swelling.</source>
   <translation>Calma la hinchazón.</translation>
  </message>
  <message>
   <source>It cleans your blood for your kidneys.</source>
   <translation>Limpia su sangre en lugar de sus riñones.</translation>
  </message>
  <message>
   <source>Ask which moves are safe for you.</source>
   <translation>Pregunte qué movimientos son seguros para usted.</translation>
  </message>
  <message>
   <source>We watch and measure. No medicine now.</source>
   <translation>Observamos y medimos. Sin medicina por ahora.</translation>
  </message>
  <message>
   <source>Blood test: phosphate, calcium, kidneys</source>
   <translation>Análisis de sangre: fosfato, calcio, riñones</translation>
  </message>
  <message>
   <source>Blood test: vitamin D and hormones</source>
   <translation>Análisis de sangre: vitamina D y hormonas</translation>
  </message>
  <message>
   <source>Blood and urine test before breakfast</source>
   <translation>Análisis de sangre y orina antes del desayuno</translation>
  </message>
  <message>
   <source>Blood test: salts in the blood</source>
   <translation>Análisis de sangre: sales de la sangre</translation>
  </message>
  <message>
   <source>Ultrasound of the kidneys</source>
   <translation>Ecografía de los riñones</translation>
  </message>
  <message>
   <source>Measure all lumps</source>
   <translation>Medir todos los bultos</translation>
  </message>
  <message>
   <source>Check how your joints move</source>
   <translation>Ver cómo se mueven sus articulaciones</translation>
  </message>
  <message>
   <source>Visit to the dentist</source>
   <translation>Visita al dentista</translation>
  </message>
  <message>
   <source>Blood test for swelling in the body</source>
   <translation>Análisis de sangre: inflamación en el cuerpo</translation>
  </message>
  <message>
   <source>Blood test ({medicine})</source>
   <translation>Análisis de sangre ({medicine})</translation>
  </message>
  <message>
   <source>Blood test</source>
   <translation>Análisis de sangre</translation>
  </message>
  <message>
   <source>about the same</source>
   <translation>más o menos igual</translation>
  </message>
  <message>
   <source>getting smaller</source>
   <translation>más pequeño</translation>
  </message>
  <message>
   <source>not clear yet</source>
   <translation>aún no está claro</translation>
  </message>
  <message>
   <source>too early to say</source>
   <translation>demasiado pronto para saberlo</translation>
  </message>
  <message>
   <source>taken out, not seen since</source>
   <translation>extirpado, no visto desde entonces</translation>
  </message>
  <message>
   <source>not found at the last look</source>
   <translation>no se halló la última vez</translation>
  </message>
  <message>
   <source>a mineral in food and bones.</source>
   <translation>un mineral de la comida y los huesos.</translation>
  </message>
  <message>
   <source>the mineral that makes bones hard.</source>
   <translation>el mineral que da dureza a los huesos.</translation>
  </message>
  <message>
   <source>Kidneys</source>
   <translation>Riñones</translation>
  </message>
  <message>
   <source>clean the blood and make urine.</source>
   <translation>limpian la sangre y forman la orina.</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>sin fecha</translation>
  </message>
  <message>
   <source>age {age}</source>
   <translation>edad {age}</translation>
  </message>
  <message>
   <source>{month} {year}</source>
   <translation>{month} de {year}</translation>
  </message>
  <message>
   <source>tumoral calcinosis with high phosphate</source>
   <translation>calcinosis tumoral con fosfato alto</translation>
  </message>
  <message>
   <source>Your kidneys keep too much phosphate, a mineral in food. Phosphate then joins with calcium and makes hard lumps near your joints. You did nothing to cause it. You cannot give it to others. “Tumoral” means lump. It does not mean cancer. It runs in families: ask us about tests for brothers and sisters.</source>
   <translation>Sus riñones guardan demasiado fosfato, un mineral de la comida. El fosfato se une al calcio y forma bultos duros cerca de las articulaciones. Usted no hizo nada para causarlo. No se contagia. «Tumoral» quiere decir bulto. No quiere decir cáncer. Puede darse en la familia: pregúntenos por pruebas para sus hermanos y hermanas.</translation>
  </message>
  <message>
   <source>tumoral calcinosis with normal phosphate</source>
   <translation>calcinosis tumoral con fosfato normal</translation>
  </message>
  <message>
   <source>Calcium makes hard lumps under your skin or near your joints. The phosphate in your blood is normal. You did nothing to cause it. You cannot give it to others. “Tumoral” means lump. It does not mean cancer.</source>
   <translation>El calcio forma bultos duros bajo la piel o cerca de las articulaciones. El fosfato de su sangre es normal. Usted no hizo nada para causarlo. No se contagia. «Tumoral» quiere decir bulto. No quiere decir cáncer.</translation>
  </message>
  <message>
   <source>calcium lumps from high phosphate</source>
   <translation>bultos de calcio por fosfato alto</translation>
  </message>
  <message>
   <source>Another illness raises the phosphate in your blood. Phosphate joins with calcium and makes hard lumps. Treating the other illness helps the lumps.</source>
   <translation>Otra enfermedad sube el fosfato de su sangre. El fosfato se une al calcio y forma bultos duros. Tratar la otra enfermedad ayuda con los bultos.</translation>
  </message>
  <message>
   <source>calcium lumps from high calcium</source>
   <translation>bultos de calcio por calcio alto</translation>
  </message>
  <message>
   <source>The calcium in your blood is too high. Some of it settles in your body. Treating the cause brings the calcium down.</source>
   <translation>El calcio de su sangre está demasiado alto. Una parte se deposita en su cuerpo. Tratar la causa hace bajar el calcio.</translation>
  </message>
  <message>
   <source>calcium after an injury</source>
   <translation>calcio después de una lesión</translation>
  </message>
  <message>
   <source>Calcium settled where your body was hurt. Your blood tests can be normal.</source>
   <translation>El calcio se depositó donde su cuerpo se lesionó. Sus análisis de sangre pueden ser normales.</translation>
  </message>
  <message>
   <source>calcium lumps in the skin, in few places</source>
   <translation>bultos de calcio en la piel, en pocos lugares</translation>
  </message>
  <message>
   <source>Calcium settles in small lumps under the skin, often on fingers and elbows.</source>
   <translation>El calcio se deposita en bultos pequeños bajo la piel, a menudo en dedos y codos.</translation>
  </message>
  <message>
   <source>calcium lumps in skin and muscles, in many places</source>
   <translation>bultos de calcio en la piel y los músculos, en muchos lugares</translation>
  </message>
  <message>
   <source>Calcium settles in many places under the skin and in muscles.</source>
   <translation>El calcio se deposita en muchos lugares bajo la piel y en los músculos.</translation>
  </message>
  <message>
   <source>bone in a muscle after an injury</source>
   <translation>hueso en un músculo después de una lesión</translation>
  </message>
  <message>
   <source>A muscle made bone after it was hurt. New bone needs months to ripen.</source>
   <translation>Un músculo formó hueso después de una lesión. El hueso nuevo necesita meses para madurar.</translation>
  </message>
  <message>
   <source>fibrodysplasia ossificans progressiva (FOP)</source>
   <translation>fibrodisplasia osificante progresiva (FOP)</translation>
  </message>
  <message>
   <source>Your body makes new bone in muscles and joints. Injuries, cuts and shots into a muscle can start new bone. You did nothing to cause it. You cannot give it to others by touch.</source>
   <translation>Su cuerpo forma hueso nuevo en músculos y articulaciones. Los golpes, los cortes y las inyecciones en un músculo pueden iniciar hueso nuevo. Usted no hizo nada para causarlo. No se contagia por contacto.</translation>
  </message>
  <message>
   <source>progressive osseous heteroplasia</source>
   <translation>heteroplasia ósea progresiva</translation>
  </message>
  <message>
   <source>Your body makes bone in the skin and below it. You did nothing to cause it.</source>
   <translation>Su cuerpo forma hueso en la piel y debajo de ella. Usted no hizo nada para causarlo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/registry.py</name>
  <message>
   <source>Registry report</source>
   <translation>Informe del registro</translation>
  </message>
  <message>
   <source>Counts below {limit} can point at a person. Handle this report as confidential.</source>
   <translation>Los recuentos inferiores a {limit} pueden señalar a una persona. Trate este informe como confidencial.</translation>
  </message>
  <message>
   <source>Enrollment by year</source>
   <translation>Inclusiones por año</translation>
  </message>
  <message>
   <source>{known} of {all} patients with a date</source>
   <translation>{known} de {all} pacientes con fecha</translation>
  </message>
  <message numerus="yes">
   <source>{n} patients</source>
   <translation>
    <numerusform>{n} paciente</numerusform>
    <numerusform>{n} pacientes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them have died</source>
   <translation>
    <numerusform>{n} de ellos ha fallecido</numerusform>
    <numerusform>{n} de ellos han fallecido</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} laboratory results</source>
   <translation>
    <numerusform>{n} resultado de laboratorio</numerusform>
    <numerusform>{n} resultados de laboratorio</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} mass measurements</source>
   <translation>
    <numerusform>{n} medición de masas</numerusform>
    <numerusform>{n} mediciones de masas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} fictional patients of the demonstration are counted.</source>
   <translation>
    <numerusform>Se cuenta {n} paciente ficticio de la demostración.</numerusform>
    <numerusform>Se cuentan {n} pacientes ficticios de la demostración.</numerusform>
   </translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Visión general</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>confirmado</translation>
  </message>
  <message>
   <source>suspected</source>
   <translation>sospechado</translation>
  </message>
  <message>
   <source>ruled out</source>
   <translation>descartado</translation>
  </message>
  <message>
   <source>no status</source>
   <translation>sin estado</translation>
  </message>
  <message>
   <source>Diagnoses</source>
   <translation>Diagnósticos</translation>
  </message>
  <message numerus="yes">
   <source>{n} rarer not listed.</source>
   <translation>
    <numerusform>{n} menos frecuente no figura.</numerusform>
    <numerusform>{n} menos frecuentes no figuran.</numerusform>
   </translation>
  </message>
  <message>
   <source>Completeness</source>
   <translation>Compleción</translation>
  </message>
  <message>
   <source>Data quality</source>
   <translation>Calidad de los datos</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>Seguimiento clínico</translation>
  </message>
  <message>
   <source>{registry}: no patient is named</source>
   <translation>{registry}: no se nombra a ningún paciente</translation>
  </message>
  <message>
   <source>There is no patient in this registry.</source>
   <translation>No hay ningún paciente en este registro.</translation>
  </message>
  <message>
   <source>median follow-up {years} years</source>
   <translation>mediana de seguimiento {years} años</translation>
  </message>
  <message>
   <source>follow-up not known: no dated record</source>
   <translation>seguimiento desconocido: sin entradas con fecha</translation>
  </message>
  <message>
   <source>Diagnosis held</source>
   <translation>Diagnóstico asignado</translation>
  </message>
  <message>
   <source>all</source>
   <translation>todos</translation>
  </message>
  <message>
   <source>patients whose record has it</source>
   <translation>pacientes en cuyo registro clínico consta</translation>
  </message>
  <message>
   <source>Records to mend</source>
   <translation>Entradas por corregir</translation>
  </message>
  <message>
   <source>records</source>
   <translation>entradas</translation>
  </message>
  <message>
   <source>of</source>
   <translation>de</translation>
  </message>
  <message>
   <source>share</source>
   <translation>proporción</translation>
  </message>
  <message>
   <source>the last dated record was</source>
   <translation>la última entrada con fecha fue</translation>
  </message>
  <message>
   <source>number</source>
   <translation>número</translation>
  </message>
  <message>
   <source>As of {day}</source>
   <translation>A fecha de {day}</translation>
  </message>
  <message>
   <source>age today not known, or died</source>
   <translation>edad actual desconocida, o fallecido</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sexo</translation>
  </message>
  <message>
   <source>Age today</source>
   <translation>Edad actual</translation>
  </message>
  <message>
   <source>Phosphate, latest result</source>
   <translation>Fosfato, último resultado</translation>
  </message>
  <message>
   <source>Masses by growth</source>
   <translation>Masas según su crecimiento</translation>
  </message>
  <message>
   <source>Treatments without a recorded end</source>
   <translation>Tratamientos sin fin registrado</translation>
  </message>
  <message>
   <source>Nothing recorded.</source>
   <translation>Nada registrado.</translation>
  </message>
  <message>
   <source>No enrollment date is recorded.</source>
   <translation>No consta ninguna fecha de inclusión.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/registry_figures.py</name>
  <message>
   <source>no dated record (published cases have ages)</source>
   <translation>sin entradas con fecha (los casos publicados tienen edades)</translation>
  </message>
  <message>
   <source>sex</source>
   <translation>sexo</translation>
  </message>
  <message>
   <source>date of birth</source>
   <translation>fecha de nacimiento</translation>
  </message>
  <message>
   <source>diagnosis held</source>
   <translation>diagnóstico asignado</translation>
  </message>
  <message>
   <source>consent</source>
   <translation>consentimiento</translation>
  </message>
  <message>
   <source>allergies, also none known</source>
   <translation>alergias, también ninguna conocida</translation>
  </message>
  <message>
   <source>urine for TRP and TmP/GFR</source>
   <translation>orina para RTP y TmP/TFG</translation>
  </message>
  <message>
   <source>a measured mass, of those with a mass</source>
   <translation>una masa medida, entre quienes tienen masa</translation>
  </message>
  <message>
   <source>a genetic variant</source>
   <translation>una variante genética</translation>
  </message>
  <message>
   <source>relatives</source>
   <translation>familiares</translation>
  </message>
  <message>
   <source>a visit</source>
   <translation>una visita</translation>
  </message>
  <message>
   <source>results without a date or age</source>
   <translation>resultados sin fecha o edad</translation>
  </message>
  <message>
   <source>results as a flag without a number</source>
   <translation>resultados solo con indicación y sin número</translation>
  </message>
  <message>
   <source>results without the laboratory's own range</source>
   <translation>resultados sin el intervalo propio del laboratorio</translation>
  </message>
  <message>
   <source>phosphate results not marked as fasting or not</source>
   <translation>resultados de fosfato sin indicar si en ayunas</translation>
  </message>
  <message>
   <source>masses never measured</source>
   <translation>masas nunca medidas</translation>
  </message>
  <message>
   <source>measurements without a date or age</source>
   <translation>mediciones sin fecha o edad</translation>
  </message>
  <message>
   <source>treatments without a start</source>
   <translation>tratamientos sin inicio</translation>
  </message>
  <message>
   <source>procedures without a date or age</source>
   <translation>procedimientos sin fecha o edad</translation>
  </message>
  <message>
   <source>in the last 6 months</source>
   <translation>en los últimos 6 meses</translation>
  </message>
  <message>
   <source>6 to 12 months ago</source>
   <translation>hace de 6 a 12 meses</translation>
  </message>
  <message>
   <source>1 to 2 years ago</source>
   <translation>hace de 1 a 2 años</translation>
  </message>
  <message>
   <source>2 to 5 years ago</source>
   <translation>hace de 2 a 5 años</translation>
  </message>
  <message>
   <source>more than 5 years ago</source>
   <translation>hace más de 5 años</translation>
  </message>
  <message>
   <source>open: no diagnosis held</source>
   <translation>abierto: sin diagnóstico asignado</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/results.py</name>
  <message>
   <source>flags use the range for age at sampling; SI units</source>
   <translation>las marcas usan el intervalo para la edad en la toma; unidades SI</translation>
  </message>
  <message>
   <source>flags use the range for age at sampling; conventional units</source>
   <translation>las marcas usan el intervalo para la edad en la toma; unidades convencionales</translation>
  </message>
  <message>
   <source>Not calculated: {names}.</source>
   <translation>Sin calcular: {names}.</translation>
  </message>
  <message numerus="yes">
   <source>{n} tests</source>
   <translation>
    <numerusform>{n} prueba</numerusform>
    <numerusform>{n} pruebas</numerusform>
   </translation>
  </message>
  <message>
   <source>Pending: </source>
   <translation>Pendiente: </translation>
  </message>
  <message>
   <source>Not measured: </source>
   <translation>Sin medir: </translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Prueba</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unidad</translation>
  </message>
  <message>
   <source>Latest range</source>
   <translation>Último intervalo</translation>
  </message>
  <message numerus="yes">
   <source>{n} values at other times</source>
   <translation>
    <numerusform>{n} valor en otras fechas</numerusform>
    <numerusform>{n} valores en otras fechas</numerusform>
   </translation>
  </message>
  <message>
   <source>{shown} of {all} times shown.</source>
   <translation>Se muestran {shown} de {all} fechas.</translation>
  </message>
  <message numerus="yes">
   <source>{n} values of {tests} without a row, none out of range at last</source>
   <translation>
    <numerusform>{n} valor de {tests} sin fila, no fuera de intervalo al final</numerusform>
    <numerusform>{n} valores de {tests} sin fila, ninguno fuera de intervalo al final</numerusform>
   </translation>
  </message>
  <message>
   <source>The registry also holds {others}.</source>
   <translation>El registro contiene además {others}.</translation>
  </message>
  <message>
   <source>borderline: outside the range shown, within another laboratory's.</source>
   <translation>en el límite: fuera del intervalo mostrado, dentro del de otro laboratorio.</translation>
  </message>
  <message>
   <source>flag: reported without a number.</source>
   <translation>indicación: informado sin número.</translation>
  </message>
  <message>
   <source>lab: the laboratory's own range.</source>
   <translation>lab: el intervalo propio del laboratorio.</translation>
  </message>
  <message>
   <source>No laboratory result recorded.</source>
   <translation>Ningún resultado de laboratorio registrado.</translation>
  </message>
  <message>
   <source>not calculated</source>
   <translation>sin calcular</translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>{n} más</translation>
  </message>
  <message>
   <source>latest: </source>
   <translation>último: </translation>
  </message>
  <message>
   <source>lab</source>
   <translation>lab</translation>
  </message>
  <message>
   <source>and</source>
   <translation>y</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/rows.py</name>
  <message>
   <source>calculated</source>
   <translation>calculado</translation>
  </message>
  <message>
   <source>{flag} (flag)</source>
   <translation>{flag} (indicación)</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/safety.py</name>
  <message>
   <source>Text in square brackets is written in Latin letters, or as the code of a character, because this page cannot draw its script. The registry holds it as it was entered.</source>
   <translation>El texto entre corchetes está escrito en letras latinas, o como código de un carácter, porque esta página no puede dibujar su escritura. El registro lo conserva como se introdujo.</translation>
  </message>
  <message>
   <source>Contraindicated</source>
   <translation>Contraindicado</translation>
  </message>
  <message>
   <source>Caution</source>
   <translation>Precaución</translation>
  </message>
  <message>
   <source>Female</source>
   <translation>Mujer</translation>
  </message>
  <message>
   <source>Male</source>
   <translation>Hombre</translation>
  </message>
  <message>
   <source>Intersex</source>
   <translation>Intersexual</translation>
  </message>
  <message>
   <source>Safety</source>
   <translation>Seguridad</translation>
  </message>
  <message>
   <source>Allergy: {substance}</source>
   <translation>Alergia: {substance}</translation>
  </message>
  <message>
   <source>Patient</source>
   <translation>Paciente</translation>
  </message>
  <message>
   <source>Cleared: </source>
   <translation>Ya no se aplica: </translation>
  </message>
  <message>
   <source>No alert of the guidance applies to what is recorded.</source>
   <translation>Ninguna alerta de la guía se aplica a lo registrado.</translation>
  </message>
  <message>
   <source>The record also says that no allergy is known: clarify.</source>
   <translation>El registro clínico dice además que no se conoce ninguna alergia: aclárelo.</translation>
  </message>
  <message>
   <source>Allergy unclear: </source>
   <translation>Alergia no clara: </translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/sources.py</name>
  <message>
   <source>general knowledge</source>
   <translation>conocimiento general</translation>
  </message>
  <message>
   <source>general practice</source>
   <translation>práctica general</translation>
  </message>
  <message>
   <source>Statements of the source text: </source>
   <translation>Enunciados del texto de origen: </translation>
  </message>
  <message>
   <source>Later literature, not part of the source: </source>
   <translation>Bibliografía posterior, no incluida en la fuente: </translation>
  </message>
  <message>
   <source>not in the list of statements</source>
   <translation>no está en la lista de enunciados</translation>
  </message>
  <message>
   <source>Superseded or qualified: by later work, as the program tells in full.</source>
   <translation>Superado o matizado: por trabajos posteriores, como el programa explica por completo.</translation>
  </message>
  <message>
   <source>No statement or work was used.</source>
   <translation>No se usó ningún enunciado ni trabajo.</translation>
  </message>
  <message>
   <source>(superseded)</source>
   <translation>(superado)</translation>
  </message>
  <message>
   <source>(qualified)</source>
   <translation>(matizado)</translation>
  </message>
  <message>
   <source>details not in the guidance files</source>
   <translation>los datos no están en los archivos de la guía</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/tables.py</name>
  <message>
   <source>{text} … (cut; whole text in registry)</source>
   <translation>{text} … (cortado; texto completo en el registro)</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/timeline.py</name>
  <message>
   <source>Dental treatment</source>
   <translation>Tratamiento dental</translation>
  </message>
  <message>
   <source>Drainage of a mass</source>
   <translation>Drenaje de una masa</translation>
  </message>
  <message numerus="yes">
   <source>{n} older entries are not shown; the registry holds them.</source>
   <translation>
    <numerusform>{n} entrada más antigua no se muestra; el registro la contiene.</numerusform>
    <numerusform>{n} entradas más antiguas no se muestran; el registro las contiene.</numerusform>
   </translation>
  </message>
  <message>
   <source>{treatment} started</source>
   <translation>{treatment} iniciado</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Qué ocurrió</translation>
  </message>
  <message>
   <source>{treatment} stopped</source>
   <translation>{treatment} suspendido</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/whose.py</name>
  <message>
   <source>To talk over with your team. Not a diagnosis.</source>
   <translation>Para comentar con su equipo. No es un diagnóstico.</translation>
  </message>
 </context>
 <context>
  <name>desktop/reports/wording.py</name>
  <message>
   <source>status not recorded</source>
   <translation>estado no registrado</translation>
  </message>
  <message numerus="yes">
   <source>{n} criteria met, {not_met} not met, {unknown} unknown</source>
   <translation>
    <numerusform>{n} criterio se cumple, {not_met} no, {unknown} se desconocen</numerusform>
    <numerusform>{n} criterios se cumplen, {not_met} no, {unknown} se desconocen</numerusform>
   </translation>
  </message>
  <message>
   <source>Best fit by criteria: {name}, {standing}:</source>
   <translation>Mejor concordancia por criterios: {name}, {standing}:</translation>
  </message>
  <message>
   <source>Phosphate {change} from {first} ({first_day}) to {last} {unit} ({day}{share}); the last is {standing}.</source>
   <translation>El fosfato {change} de {first} ({first_day}) a {last} {unit} ({day}{share}); el último está {standing}.</translation>
  </message>
  <message>
   <source>Mass {name}, {place}, is {state} ({rate} per year; {volume} mL on {day}).</source>
   <translation>Masa {name}, {place}: {state} ({rate} por año; {volume} mL el {day}).</translation>
  </message>
  <message>
   <source>Treatment without a recorded end: {names}.</source>
   <translation>Tratamiento sin fin registrado: {names}.</translation>
  </message>
  <message>
   <source>{shown} (+{n} more)</source>
   <translation>{shown} (+{n} más)</translation>
  </message>
  <message>
   <source>Diagnosis held in the registry: {name}, {status}.</source>
   <translation>Diagnóstico asignado en el registro: {name}, {status}.</translation>
  </message>
  <message>
   <source>Phosphate {value} {unit} ({day}), {standing}.</source>
   <translation>Fosfato {value} {unit} ({day}), {standing}.</translation>
  </message>
  <message>
   <source>went</source>
   <translation>pasó</translation>
  </message>
  <message>
   <source>not detectable at the last look</source>
   <translation>no detectable la última vez</translation>
  </message>
  <message>
   <source>change unclear</source>
   <translation>cambio no claro</translation>
  </message>
  <message>
   <source>too few values for a rate</source>
   <translation>muy pocos valores para una velocidad</translation>
  </message>
  <message numerus="yes">
   <source>{n} treatments recorded, none running.</source>
   <translation>
    <numerusform>{n} tratamiento registrado, ninguno en curso.</numerusform>
    <numerusform>{n} tratamientos registrados, ninguno en curso.</numerusform>
   </translation>
  </message>
  <message>
   <source>No diagnosis is held in the registry.</source>
   <translation>No hay ningún diagnóstico asignado en el registro.</translation>
  </message>
  <message>
   <source>Phosphate never recorded.</source>
   <translation>Fosfato nunca registrado.</translation>
  </message>
  <message>
   <source>reported as {flag} only</source>
   <translation>informado solo como {flag}</translation>
  </message>
  <message>
   <source>Phosphate {value} ({day}).</source>
   <translation>Fosfato {value} ({day}).</translation>
  </message>
  <message>
   <source>fell</source>
   <translation>bajó</translation>
  </message>
  <message>
   <source>Because: {reasons}.</source>
   <translation>Debido a: {reasons}.</translation>
  </message>
  <message>
   <source>rose</source>
   <translation>subió</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/action_spec.py</name>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Archivo</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Editar</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ver</translation>
  </message>
  <message>
   <source>&amp;Patient</source>
   <translation>&amp;Paciente</translation>
  </message>
  <message>
   <source>&amp;Reports</source>
   <translation>&amp;Informes</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;yuda</translation>
  </message>
  <message>
   <source>&amp;Units</source>
   <translation>&amp;Unidades</translation>
  </message>
  <message>
   <source>C&amp;olors</source>
   <translation>C&amp;olores</translation>
  </message>
  <message>
   <source>Te&amp;xt size</source>
   <translation>Tamaño del te&amp;xto</translation>
  </message>
  <message>
   <source>Open a registry first.</source>
   <translation>Abra antes un registro.</translation>
  </message>
  <message>
   <source>Open a patient first.</source>
   <translation>Abra antes un paciente.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/action_table.py</name>
  <message>
   <source>Add…</source>
   <translation>Añadir…</translation>
  </message>
  <message>
   <source>New &amp;patient…</source>
   <translation>&amp;Paciente nuevo…</translation>
  </message>
  <message>
   <source>Add &amp;laboratory result…</source>
   <translation>Añadir resultado de &amp;laboratorio…</translation>
  </message>
  <message>
   <source>Add mass m&amp;easurement…</source>
   <translation>Añadir m&amp;edición de masa…</translation>
  </message>
  <message>
   <source>Add &amp;mass…</source>
   <translation>Añadir &amp;masa…</translation>
  </message>
  <message>
   <source>Add &amp;treatment…</source>
   <translation>Añadir &amp;tratamiento…</translation>
  </message>
  <message>
   <source>Add p&amp;rocedure…</source>
   <translation>Añadir p&amp;rocedimiento…</translation>
  </message>
  <message>
   <source>Add &amp;finding…</source>
   <translation>Añadir &amp;hallazgo…</translation>
  </message>
  <message>
   <source>Add e&amp;vent…</source>
   <translation>Añadir e&amp;vento…</translation>
  </message>
  <message>
   <source>Add &amp;allergy…</source>
   <translation>Añadir &amp;alergia…</translation>
  </message>
  <message>
   <source>Add &amp;genetic variant…</source>
   <translation>Añadir variante &amp;genética…</translation>
  </message>
  <message>
   <source>Add relat&amp;ive…</source>
   <translation>Añadir &amp;familiar…</translation>
  </message>
  <message>
   <source>Add &amp;height and weight…</source>
   <translation>Añadir talla y pes&amp;o…</translation>
  </message>
  <message>
   <source>Add target ra&amp;nge…</source>
   <translation>Añadir &amp;intervalo objetivo…</translation>
  </message>
  <message>
   <source>Add vi&amp;sit…</source>
   <translation>Añadir vi&amp;sita…</translation>
  </message>
  <message>
   <source>Add &amp;consent…</source>
   <translation>Añadir &amp;consentimiento…</translation>
  </message>
  <message>
   <source>Add so&amp;urce…</source>
   <translation>Añadir f&amp;uente…</translation>
  </message>
  <message>
   <source>mmol/L (&amp;SI)</source>
   <translation>mmol/L (&amp;SI)</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>&amp;Claro</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Oscuro</translation>
  </message>
  <message>
   <source>As the &amp;system</source>
   <translation>Como el &amp;sistema</translation>
  </message>
  <message>
   <source>&amp;New registry…</source>
   <translation>&amp;Nuevo registro…</translation>
  </message>
  <message>
   <source>&amp;Open registry…</source>
   <translation>&amp;Abrir registro…</translation>
  </message>
  <message>
   <source>&amp;Lock</source>
   <translation>&amp;Bloquear</translation>
  </message>
  <message>
   <source>&amp;Back up now</source>
   <translation>&amp;Hacer copia ahora</translation>
  </message>
  <message>
   <source>Encr&amp;ypt this registry…</source>
   <translation>Ci&amp;frar este registro…</translation>
  </message>
  <message>
   <source>Import &amp;folder…</source>
   <translation>Importar &amp;carpeta…</translation>
  </message>
  <message>
   <source>&amp;Import files…</source>
   <translation>&amp;Importar archivos…</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>&amp;Exportar…</translation>
  </message>
  <message>
   <source>&amp;Your name…</source>
   <translation>Su n&amp;ombre…</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Salir</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Deshacer</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Rehacer</translation>
  </message>
  <message>
   <source>&amp;Find patient or command…</source>
   <translation>&amp;Buscar paciente u orden…</translation>
  </message>
  <message>
   <source>Filter this &amp;list</source>
   <translation>Filtrar esta &amp;lista</translation>
  </message>
  <message>
   <source>&amp;Next problem</source>
   <translation>Problema &amp;siguiente</translation>
  </message>
  <message>
   <source>&amp;Previous problem</source>
   <translation>Problema &amp;anterior</translation>
  </message>
  <message>
   <source>Chart as ta&amp;ble</source>
   <translation>Gráfico como ta&amp;bla</translation>
  </message>
  <message>
   <source>Next pa&amp;ne</source>
   <translation>Panel &amp;siguiente</translation>
  </message>
  <message>
   <source>Previous pan&amp;e</source>
   <translation>Panel &amp;anterior</translation>
  </message>
  <message>
   <source>Re&amp;fresh</source>
   <translation>Actuali&amp;zar</translation>
  </message>
  <message>
   <source>Results of today in La&amp;bs</source>
   <translation>Resultados de hoy en La&amp;boratorio</translation>
  </message>
  <message>
   <source>Sign results…</source>
   <translation>Firmar resultados…</translation>
  </message>
  <message>
   <source>Edit patient…</source>
   <translation>Editar paciente…</translation>
  </message>
  <message>
   <source>Remove patient…</source>
   <translation>Eliminar paciente…</translation>
  </message>
  <message>
   <source>Erase this person…</source>
   <translation>Borrar a esta persona…</translation>
  </message>
  <message>
   <source>Show all alerts</source>
   <translation>Mostrar todas las alertas</translation>
  </message>
  <message>
   <source>&amp;Export PDF…</source>
   <translation>&amp;Exportar PDF…</translation>
  </message>
  <message>
   <source>&amp;Print document…</source>
   <translation>Im&amp;primir documento…</translation>
  </message>
  <message>
   <source>&amp;Help for this page</source>
   <translation>&amp;Ayuda de esta página</translation>
  </message>
  <message>
   <source>&amp;Keyboard</source>
   <translation>&amp;Teclado</translation>
  </message>
  <message>
   <source>&amp;About</source>
   <translation>A&amp;cerca de</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/actions.py</name>
  <message>
   <source>Wait until the import has ended.</source>
   <translation>Espere a que termine la importación.</translation>
  </message>
  <message>
   <source>Nothing to undo.</source>
   <translation>Nada que deshacer.</translation>
  </message>
  <message>
   <source>Nothing to redo.</source>
   <translation>Nada que rehacer.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/answering.py</name>
  <message>
   <source>{step}: this result is signed, and changes only with a reason. The signature ends.</source>
   <translation>{step}: este resultado está firmado y solo cambia con un motivo. La firma termina.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <source>This patient is no longer in the registry.</source>
   <translation>Este paciente ya no está en el registro.</translation>
  </message>
  <message>
   <source>Press F5 to read the list again.</source>
   <translation>Pulse F5 para leer de nuevo la lista.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/appearance.py</name>
  <message>
   <source>Name written beside each change:</source>
   <translation>Nombre que se escribe junto a cada cambio:</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
  <message>
   <source>In an encrypted registry your name is the one with which you signed in.</source>
   <translation>En un registro cifrado su nombre es aquel con el que inició sesión.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/backup_watch.py</name>
  <message>
   <source>No backup could be made. {why}</source>
   <translation>No se pudo hacer ninguna copia. {why}</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Copia de seguridad</translation>
  </message>
  <message>
   <source>There has been no verified backup of this registry for 7 days.</source>
   <translation>Hace 7 días que no hay ninguna copia comprobada de este registro.</translation>
  </message>
  <message>
   <source>Backed up and verified: {file}</source>
   <translation>Copia hecha y comprobada: {file}</translation>
  </message>
  <message>
   <source>Making a backup</source>
   <translation>Haciendo una copia</translation>
  </message>
  <message>
   <source>The window closes once the backup is made.</source>
   <translation>La ventana se cierra cuando la copia esté hecha.</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Quit without a backup</source>
   <translation>Salir sin copia</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentar de nuevo</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Hacer copia ahora</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/closing.py</name>
  <message>
   <source>{task} is still running.</source>
   <translation>{task} sigue en curso.</translation>
  </message>
  <message>
   <source>Stop it and quit</source>
   <translation>Detenerla y salir</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/dialogs.py</name>
  <message>
   <source>Registry files (*.registry);;All files (*)</source>
   <translation>Archivos de registro (*.registry);;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>Archivos PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Files to import (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.hl7);;All files (*)</source>
   <translation>Archivos que importar (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.hl7);;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>CSV tables (*.csv);;All files (*)</source>
   <translation>Tablas CSV (*.csv);;Todos los archivos (*)</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/entrance.py</name>
  <message>
   <source>Signed in as {user}</source>
   <translation>Sesión iniciada como {user}</translation>
  </message>
  <message>
   <source>Locking…</source>
   <translation>Bloqueando…</translation>
  </message>
  <message>
   <source>Signing in</source>
   <translation>Iniciando sesión</translation>
  </message>
  <message>
   <source>Upgraded; the file as it was is kept as {file}</source>
   <translation>Actualizado; el archivo como estaba se conserva como {file}</translation>
  </message>
  <message>
   <source>Signed in as {user}; last sign-in {time}</source>
   <translation>Sesión iniciada como {user}; último inicio de sesión {time}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/errors.py</name>
  <message>
   <source>The program made a mistake. What was saved before is safe in the registry.

A description without any patient’s data was added to {file} in the program’s folder. Please send it to whoever looks after the program.</source>
   <translation>El programa cometió un error. Lo guardado antes está a salvo en el registro.

Se añadió una descripción sin datos de pacientes a {file}, en la carpeta del programa. Envíela a quien se ocupe del programa.</translation>
  </message>
  <message>
   <source>A mistake of the program</source>
   <translation>Un error del programa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/file_commands.py</name>
  <message>
   <source>Import stopped; nothing was written</source>
   <translation>Importación detenida; no se escribió nada</translation>
  </message>
  <message>
   <source>Clinician summary as PDF</source>
   <translation>Resumen clínico en PDF</translation>
  </message>
  <message>
   <source>Writing PDF</source>
   <translation>Escribiendo PDF</translation>
  </message>
  <message>
   <source>No registry is open.</source>
   <translation>No hay ningún registro abierto.</translation>
  </message>
  <message>
   <source>Saved {file}</source>
   <translation>Guardado {file}</translation>
  </message>
  <message>
   <source>Open or make one in the File menu.</source>
   <translation>Abra o cree uno en el menú Archivo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/finding.py</name>
  <message>
   <source>{name}, born {birth}, {id}</source>
   <translation>{name}, nacimiento {birth}, {id}</translation>
  </message>
  <message numerus="yes">
   <source>Show all {n} matches</source>
   <translation>
    <numerusform>Mostrar {n} coincidencia</numerusform>
    <numerusform>Mostrar las {n} coincidencias</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/finding_rules.py</name>
  <message>
   <source>{rule} ({sources})</source>
   <translation>{rule} ({sources})</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/choice_words.py</name>
  <message>
   <source>Not recorded</source>
   <translation>No registrado</translation>
  </message>
  <message>
   <source>Absent</source>
   <translation>Ausente</translation>
  </message>
  <message>
   <source>Given to somebody</source>
   <translation>Asignado a alguien</translation>
  </message>
  <message>
   <source>Benign</source>
   <translation>Benigna</translation>
  </message>
  <message>
   <source>Bilateral</source>
   <translation>Bilateral</translation>
  </message>
  <message>
   <source>Bone scan</source>
   <translation>Gammagrafía ósea</translation>
  </message>
  <message>
   <source>Clinical</source>
   <translation>Clínico</translation>
  </message>
  <message>
   <source>Complete</source>
   <translation>Completa</translation>
  </message>
  <message>
   <source>Compound heterozygous</source>
   <translation>Heterocigoto compuesto</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Confirmado</translation>
  </message>
  <message>
   <source>Being contacted</source>
   <translation>En contacto</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>Fixed</source>
   <translation>Fija</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>Completa</translation>
  </message>
  <message>
   <source>Given</source>
   <translation>Otorgado</translation>
  </message>
  <message>
   <source>Hemizygous</source>
   <translation>Hemicigoto</translation>
  </message>
  <message>
   <source>Heterozygous</source>
   <translation>Heterocigoto</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Alto</translation>
  </message>
  <message>
   <source>Homozygous</source>
   <translation>Homocigoto</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Imágenes</translation>
  </message>
  <message>
   <source>Improved</source>
   <translation>Mejoría</translation>
  </message>
  <message>
   <source>Incomplete</source>
   <translation>Incompleta</translation>
  </message>
  <message>
   <source>Intraarticular</source>
   <translation>Intraarticular</translation>
  </message>
  <message>
   <source>Intramuscular</source>
   <translation>Intramuscular</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Izquierdo</translation>
  </message>
  <message>
   <source>Likely benign</source>
   <translation>Probablemente benigna</translation>
  </message>
  <message>
   <source>Likely pathogenic</source>
   <translation>Probablemente patogénica</translation>
  </message>
  <message>
   <source>Limited</source>
   <translation>Limitada</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Bajo</translation>
  </message>
  <message>
   <source>Midline</source>
   <translation>Línea media</translation>
  </message>
  <message>
   <source>Mixed</source>
   <translation>Mixta</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Ninguno</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>Sin medir</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Otro</translation>
  </message>
  <message>
   <source>Pathogenic</source>
   <translation>Patogénica</translation>
  </message>
  <message>
   <source>Pending</source>
   <translation>Pendiente</translation>
  </message>
  <message>
   <source>Periarticular</source>
   <translation>Periarticular</translation>
  </message>
  <message>
   <source>Radiograph</source>
   <translation>Radiografía</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Rechazado</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registro</translation>
  </message>
  <message>
   <source>Research</source>
   <translation>Investigación</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Derecho</translation>
  </message>
  <message>
   <source>Ruled out</source>
   <translation>Descartado</translation>
  </message>
  <message>
   <source>Sharing with others</source>
   <translation>Compartir con terceros</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>Piel</translation>
  </message>
  <message>
   <source>Put off</source>
   <translation>Pospuesto</translation>
  </message>
  <message>
   <source>Stable</source>
   <translation>Estable</translation>
  </message>
  <message>
   <source>Subcutaneous</source>
   <translation>Subcutánea</translation>
  </message>
  <message>
   <source>Suspected</source>
   <translation>Sospechado</translation>
  </message>
  <message>
   <source>Ultrasound</source>
   <translation>Ecografía</translation>
  </message>
  <message>
   <source>Visceral</source>
   <translation>Visceral</translation>
  </message>
  <message>
   <source>VUS (uncertain significance)</source>
   <translation>VUS (significado incierto)</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Retirado</translation>
  </message>
  <message>
   <source>Worse</source>
   <translation>Empeoramiento</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
  <message>
   <source>Looked for, not detectable</source>
   <translation>Buscada, no detectable</translation>
  </message>
  <message>
   <source>Measured or seen</source>
   <translation>Medida o vista</translation>
  </message>
  <message>
   <source>There</source>
   <translation>Disponible</translation>
  </message>
  <message>
   <source>Before the session</source>
   <translation>Antes de la sesión</translation>
  </message>
  <message>
   <source>After the session</source>
   <translation>Después de la sesión</translation>
  </message>
  <message>
   <source>Between sessions</source>
   <translation>Entre sesiones</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/fields.py</name>
  <message>
   <source>A date (2021-03-04), a month, a year, an age (14y 6m), t for today, y for yesterday</source>
   <translation>Una fecha (2021-03-04), un mes, un año, una edad (14y 6m), t para hoy, y para ayer</translation>
  </message>
  <message>
   <source>2021-03-04, 2021, 14y 6m or t</source>
   <translation>2021-03-04, 2021, 14y 6m o t</translation>
  </message>
  <message>
   <source>type a few letters, ↓ chooses</source>
   <translation>escriba unas letras, ↓ elige</translation>
  </message>
  <message>
   <source>2010-05-14 or 2010</source>
   <translation>2010-05-14 o 2010</translation>
  </message>
  <message>
   <source>5.1 or &lt;0.5</source>
   <translation>5.1 o &lt;0.5</translation>
  </message>
  <message>
   <source>Not in the list. ↓ offers: {terms}</source>
   <translation>No está en la lista. ↓ ofrece: {terms}</translation>
  </message>
  <message>
   <source>One number is needed here, without &lt; or &gt;.</source>
   <translation>Aquí se necesita un solo número, sin &lt; ni &gt;.</translation>
  </message>
  <message>
   <source>Not in the list.</source>
   <translation>No está en la lista.</translation>
  </message>
  <message>
   <source>Not asked</source>
   <translation>No preguntado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/layouts.py</name>
  <message>
   <source>L × W × D</source>
   <translation>L × An × P</translation>
  </message>
  <message>
   <source>Pain, motion</source>
   <translation>Dolor, movilidad</translation>
  </message>
  <message>
   <source>Ulcer, drainage</source>
   <translation>Úlcera, drenaje</translation>
  </message>
  <message>
   <source>Reported volume, by</source>
   <translation>Volumen informado, por</translation>
  </message>
  <message>
   <source>Value, unit</source>
   <translation>Valor, unidad</translation>
  </message>
  <message>
   <source>Range of laboratory</source>
   <translation>Intervalo del laboratorio</translation>
  </message>
  <message>
   <source>From, to, unit</source>
   <translation>De, a, unidad</translation>
  </message>
  <message>
   <source>Dose, unit</source>
   <translation>Dosis, unidad</translation>
  </message>
  <message>
   <source>Height, weight</source>
   <translation>Talla, peso</translation>
  </message>
  <message>
   <source>Change: coding, protein</source>
   <translation>Cambio: codificante, proteína</translation>
  </message>
  <message>
   <source>Started, stopped</source>
   <translation>Inicio, suspensión</translation>
  </message>
  <message>
   <source>Site, side</source>
   <translation>Sitio, lado</translation>
  </message>
  <message>
   <source>Side, plane</source>
   <translation>Lado, plano</translation>
  </message>
  <message>
   <source>Registry ID, MRN</source>
   <translation>ID de registro, HC</translation>
  </message>
  <message>
   <source>Born, sex</source>
   <translation>Nacimiento, sexo</translation>
  </message>
  <message>
   <source>Family ID, enrolled</source>
   <translation>ID familiar, inclusión</translation>
  </message>
  <message>
   <source>Relation, called</source>
   <translation>Parentesco, nombre</translation>
  </message>
  <message>
   <source>Affected, carrier</source>
   <translation>Afectado, portador</translation>
  </message>
  <message>
   <source>Split from, merged into</source>
   <translation>Separada de, unida a</translation>
  </message>
  <message>
   <source>Consent, died</source>
   <translation>Consentimiento, fallecimiento</translation>
  </message>
  <message>
   <source>Judged by lab, result</source>
   <translation>Juicio del lab., resultado</translation>
  </message>
  <message>
   <source>Fasting, hemolyzed</source>
   <translation>Ayunas, hemólisis</translation>
  </message>
  <message>
   <source>Binder, dialysis</source>
   <translation>Quelante, diálisis</translation>
  </message>
  <message>
   <source>Specimen, method</source>
   <translation>Muestra, método</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/mass_steps.py</name>
  <message>
   <source>Division of {mass}: the smaller part</source>
   <translation>División de {mass}: la parte menor</translation>
  </message>
  <message>
   <source>{mass} goes on as the larger part. Sizes from the day of division on are those of the parts, and both begin a new series.</source>
   <translation>{mass} continúa como la parte mayor. Los tamaños desde el día de la división son los de las partes, y ambas inician una serie nueva.</translation>
  </message>
  <message>
   <source>without a time the series of {mass} stays open</source>
   <translation>sin fecha, la serie de {mass} queda abierta</translation>
  </message>
  <message>
   <source>{mass} merged into another mass</source>
   <translation>{mass} unida a otra masa</translation>
  </message>
  <message>
   <source>The series of {mass} ends; its sizes are kept. The mass that stays begins a new one.</source>
   <translation>La serie de {mass} termina; sus tamaños se conservan. La masa que queda inicia una nueva.</translation>
  </message>
  <message>
   <source>Excision of {mass}</source>
   <translation>Escisión de {mass}</translation>
  </message>
  <message>
   <source>Recurrence of {mass}</source>
   <translation>Recurrencia de {mass}</translation>
  </message>
  <message>
   <source>What is measured after it is a new series of {mass}.</source>
   <translation>Lo que se mida después es una serie nueva de {mass}.</translation>
  </message>
  <message>
   <source>A new mass where {mass} was, with a series of its own.</source>
   <translation>Una masa nueva donde estaba {mass}, con serie propia.</translation>
  </message>
  <message>
   <source>this mass is itself merged into another</source>
   <translation>esta masa está a su vez unida a otra</translation>
  </message>
  <message>
   <source>without a time the merging counts from the last look at {mass}</source>
   <translation>sin fecha, la unión cuenta desde la última observación de {mass}</translation>
  </message>
  <message>
   <source>choose the mass that stays</source>
   <translation>elija la masa que queda</translation>
  </message>
  <message>
   <source>this is the mass itself</source>
   <translation>esta es la propia masa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/measurement.py</name>
  <message>
   <source>not assessed, yet a size or a complaint is entered</source>
   <translation>no valorada, pero se introdujo un tamaño o una molestia</translation>
  </message>
  <message>
   <source>a mass that was not assessed needs the time of the visit</source>
   <translation>una masa no valorada necesita la fecha de la visita</translation>
  </message>
  <message>
   <source>Change mass measurement</source>
   <translation>Cambiar medición de masa</translation>
  </message>
  <message>
   <source>Add mass measurement</source>
   <translation>Añadir medición de masa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/measurement_checks.py</name>
  <message>
   <source>Length</source>
   <translation>Longitud</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Anchura</translation>
  </message>
  <message>
   <source>Depth</source>
   <translation>Profundidad</translation>
  </message>
  <message>
   <source>{ratio} the last volume. Are all sizes in mm?</source>
   <translation>{ratio} el último volumen. ¿Están todos los tamaños en mm?</translation>
  </message>
  <message>
   <source>1/{n} of</source>
   <translation>1/{n} veces</translation>
  </message>
  <message>
   <source>no size</source>
   <translation>sin tamaño</translation>
  </message>
  <message>
   <source>{ratio} the last volume. Meant {sizes} mm? That would be {volume} mL.</source>
   <translation>{ratio} el último volumen. ¿Quiso decir {sizes} mm? Serían {volume} mL.</translation>
  </message>
  <message>
   <source>{n} times</source>
   <translation>{n} veces</translation>
  </message>
  <message>
   <source>Are these centimeters? {sizes} mm would be {volume} mL.</source>
   <translation>¿Son centímetros? {sizes} mm serían {volume} mL.</translation>
  </message>
  <message>
   <source>{volume} mL is inside the 95 % prediction range ({low} to {high} mL, n = {n}); {offset} from the fitted {expected} mL.</source>
   <translation>{volume} mL está dentro del intervalo de predicción del 95 % ({low} a {high} mL, n = {n}); {offset} respecto a los {expected} mL ajustados.</translation>
  </message>
  <message>
   <source>{volume} mL is outside the 95 % prediction range ({low} to {high} mL, n = {n}); {offset} from the fitted {expected} mL.</source>
   <translation>{volume} mL está fuera del intervalo de predicción del 95 % ({low} a {high} mL, n = {n}); {offset} respecto a los {expected} mL ajustados.</translation>
  </message>
  <message>
   <source>The change is within {limit} %, the error set here.</source>
   <translation>El cambio está dentro del {limit} %, el error fijado aquí.</translation>
  </message>
  <message>
   <source>The change is beyond {limit} %, the error set here.</source>
   <translation>El cambio supera el {limit} %, el error fijado aquí.</translation>
  </message>
  <message>
   <source>The axes are in another order than last time; the volume stays the same.</source>
   <translation>Los ejes están en otro orden que la última vez; el volumen no cambia.</translation>
  </message>
  <message>
   <source>{axis} {now} mm, last time {before} mm. Meant {meant} mm?</source>
   <translation>{axis} {now} mm, la última vez {before} mm. ¿Quiso decir {meant} mm?</translation>
  </message>
  <message>
   <source>Fits {mass}, {place}, better ({volume} mL on {when}). Left and right exchanged?</source>
   <translation>Concuerda mejor con {mass}, {place} ({volume} mL el {when}). ¿Izquierda y derecha intercambiadas?</translation>
  </message>
  <message>
   <source>No entry problem found.</source>
   <translation>Ningún problema en la entrada.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/measurement_panel.py</name>
  <message>
   <source>Last: {last}. Other method, so not compared.</source>
   <translation>Último: {last}. Otro método, por eso no se compara.</translation>
  </message>
  <message>
   <source>since {last}</source>
   <translation>desde {last}</translation>
  </message>
  <message>
   <source>Last: {last}.</source>
   <translation>Último: {last}.</translation>
  </message>
  <message>
   <source>What these sizes mean</source>
   <translation>Qué significan estos tamaños</translation>
  </message>
  <message>
   <source>Looked for and not found. This is not a volume of zero.</source>
   <translation>Se buscó y no se halló. No es un volumen de cero.</translation>
  </message>
  <message>
   <source>After {what}: not compared with {last}.</source>
   <translation>Tras {what}: no se compara con {last}.</translation>
  </message>
  <message>
   <source>Not assessed</source>
   <translation>No valorada</translation>
  </message>
  <message>
   <source>The mass stays as it was last seen. This is not gone.</source>
   <translation>La masa queda como se vio por última vez. No significa que haya desaparecido.</translation>
  </message>
  <message>
   <source>Not detectable</source>
   <translation>No detectable</translation>
  </message>
  <message>
   <source>The first volume of this mass.</source>
   <translation>El primer volumen de esta masa.</translation>
  </message>
  <message>
   <source>Volume = {formula}</source>
   <translation>Volumen = {formula}</translation>
  </message>
  <message>
   <source>not computed yet</source>
   <translation>aún sin calcular</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/opening.py</name>
  <message>
   <source>Next: {mass} {place}, {n} left</source>
   <translation>Siguiente: {mass} {place}, faltan {n}</translation>
  </message>
  <message>
   <source>{title}. {explanation}</source>
   <translation>{title}. {explanation}</translation>
  </message>
  <message>
   <source>This is the last mass.</source>
   <translation>Esta es la última masa.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/preview_panel.py</name>
  <message>
   <source>What these values mean</source>
   <translation>Qué significan estos valores</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/previews.py</name>
  <message>
   <source>laboratory</source>
   <translation>laboratorio</translation>
  </message>
  <message>
   <source>registry</source>
   <translation>registro</translation>
  </message>
  <message>
   <source>built-in</source>
   <translation>incorporado</translation>
  </message>
  <message>
   <source>Range {limits} ({origin})</source>
   <translation>Intervalo {limits} ({origin})</translation>
  </message>
  <message>
   <source>High  H</source>
   <translation>Alto  H</translation>
  </message>
  <message>
   <source>Low  L</source>
   <translation>Bajo  L</translation>
  </message>
  <message>
   <source>Within the range</source>
   <translation>Dentro del intervalo</translation>
  </message>
  <message>
   <source>Borderline: depends on the laboratory</source>
   <translation>En el límite: depende del laboratorio</translation>
  </message>
  <message>
   <source>Cannot be judged</source>
   <translation>No se puede valorar</translation>
  </message>
  <message>
   <source>Last: {result}, {when}</source>
   <translation>Último: {result}, {when}</translation>
  </message>
  <message>
   <source>The first result of this test.</source>
   <translation>El primer resultado de esta prueba.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/record_form.py</name>
  <message>
   <source>Unusual, please check. Ctrl+Enter again keeps it as it is.</source>
   <translation>Inusual, compruébelo. Ctrl+Enter de nuevo lo conserva como está.</translation>
  </message>
  <message>
   <source>Cancel   {keys}</source>
   <translation>Cancelar   {keys}</translation>
  </message>
  <message>
   <source>Save and next   {keys}</source>
   <translation>Guardar y siguiente   {keys}</translation>
  </message>
  <message>
   <source>Save   {keys}</source>
   <translation>Guardar   {keys}</translation>
  </message>
  <message>
   <source>Unfinished entry from {time}. It is not saved yet.</source>
   <translation>Entrada sin terminar de las {time}. Aún no está guardada.</translation>
  </message>
  <message>
   <source>Saved: {what}</source>
   <translation>Guardado: {what}</translation>
  </message>
  <message>
   <source>Start empty</source>
   <translation>Empezar vacío</translation>
  </message>
  <message>
   <source>Not saved: one entry cannot be read.</source>
   <translation>Sin guardar: una entrada no se puede leer.</translation>
  </message>
  <message>
   <source>Not saved: see the marked fields.</source>
   <translation>Sin guardar: vea los campos marcados.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/regions.py</name>
  <message>
   <source>A mass elsewhere stays “not assessed”. One with a size counts as examined.</source>
   <translation>Una masa de otra región queda «no valorada». Una con tamaño cuenta como explorada.</translation>
  </message>
  <message>
   <source>other sites, with ; between</source>
   <translation>otros sitios, separados por ;</translation>
  </message>
  <message>
   <source>Other regions examined</source>
   <translation>Otras regiones exploradas</translation>
  </message>
  <message>
   <source>{place} ({masses})</source>
   <translation>{place} ({masses})</translation>
  </message>
  <message>
   <source>Examined: {region}</source>
   <translation>Explorado: {region}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/segments.py</name>
  <message>
   <source>Computed tomography</source>
   <translation>Tomografía computarizada</translation>
  </message>
  <message>
   <source>X-ray</source>
   <translation>Rx</translation>
  </message>
  <message>
   <source>US</source>
   <translation>Eco</translation>
  </message>
  <message>
   <source>Magnetic resonance imaging</source>
   <translation>Resonancia magnética</translation>
  </message>
  <message>
   <source>By hand: calipers or tape</source>
   <translation>A mano: calibrador o cinta</translation>
  </message>
  <message>
   <source>Another method</source>
   <translation>Otro método</translation>
  </message>
  <message>
   <source>Measured</source>
   <translation>Medida</translation>
  </message>
  <message>
   <source>Looked for, not detectable. This is not zero.</source>
   <translation>Buscada, no detectable. Esto no es cero.</translation>
  </message>
  <message>
   <source>Nobody looked. This is not gone.</source>
   <translation>Nadie miró. No significa que haya desaparecido.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/stop_panel.py</name>
  <message>
   <source>Reason for recording it anyway</source>
   <translation>Motivo para registrarlo de todos modos</translation>
  </message>
  <message>
   <source>Name of whoever decides</source>
   <translation>Nombre de quien decide</translation>
  </message>
  <message>
   <source>Do not record</source>
   <translation>No registrar</translation>
  </message>
  <message>
   <source>Record anyway</source>
   <translation>Registrar de todos modos</translation>
  </message>
  <message>
   <source>Not recorded. A stop speaks against: {what}</source>
   <translation>Sin registrar. Una contraindicación lo desaconseja: {what}</translation>
  </message>
  <message>
   <source>Write why it is recorded anyway, and who decided it.</source>
   <translation>Escriba por qué se registra de todos modos y quién lo decidió.</translation>
  </message>
  <message>
   <source>Reason *</source>
   <translation>Motivo *</translation>
  </message>
  <message>
   <source>Decided by *</source>
   <translation>Decidido por *</translation>
  </message>
  <message>
   <source>Esc goes back to the fields.</source>
   <translation>Esc vuelve a los campos.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/stopping.py</name>
  <message>
   <source>A stop speaks against this plan: {stop}</source>
   <translation>Una contraindicación desaconseja este plan: {stop}</translation>
  </message>
  <message>
   <source>Recorded as it was. A stop holds: {stop}</source>
   <translation>Registrado tal como fue. Rige una contraindicación: {stop}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/subjects.py</name>
  <message>
   <source>Add {kind}: {what}</source>
   <translation>Añadir {kind}: {what}</translation>
  </message>
  <message>
   <source>Change {kind}: {what}</source>
   <translation>Cambiar {kind}: {what}</translation>
  </message>
  <message>
   <source>Change {kind}</source>
   <translation>Cambiar {kind}</translation>
  </message>
  <message>
   <source>Add {kind}</source>
   <translation>Añadir {kind}</translation>
  </message>
  <message>
   <source>Change patient</source>
   <translation>Cambiar paciente</translation>
  </message>
  <message>
   <source>New patient</source>
   <translation>Paciente nuevo</translation>
  </message>
  <message>
   <source>this registry ID is taken</source>
   <translation>este ID de registro ya está en uso</translation>
  </message>
  <message>
   <source>the same as {patient_id} has; is this the same person?</source>
   <translation>el mismo que tiene {patient_id}; ¿es la misma persona?</translation>
  </message>
  <message>
   <source>a day in the future</source>
   <translation>un día futuro</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/summary.py</name>
  <message>
   <source>{rule}: every {interval}</source>
   <translation>{rule}: cada {interval}</translation>
  </message>
  <message>
   <source>{when}, guidance {version}</source>
   <translation>{when}, guía {version}</translation>
  </message>
  <message>
   <source>{mass} not detectable</source>
   <translation>{mass} no detectable</translation>
  </message>
  <message>
   <source>{rule}: never</source>
   <translation>{rule}: nunca</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/typed.py</name>
  <message>
   <source>{text} is not a time. Type 2021-03-04, 2021-03, 2021, or an age such as 14y 6m.</source>
   <translation>{text} no es una fecha ni una edad. Escriba 2021-03-04, 2021-03, 2021, o una edad como 14y 6m.</translation>
  </message>
  <message>
   <source>{number} may be {point} or {plain}. Type it with a point, or without the comma.</source>
   <translation>{number} puede ser {point} o {plain}. Escríbalo con punto o sin la coma.</translation>
  </message>
  <message>
   <source>A number is missing.</source>
   <translation>Falta un número.</translation>
  </message>
  <message>
   <source>A size is one number. For a mass that cannot be seen, choose not detectable.</source>
   <translation>Un tamaño es un solo número. Para una masa que no se ve, elija no detectable.</translation>
  </message>
  <message>
   <source>{text} is not in {unit}.</source>
   <translation>{text} no está en {unit}.</translation>
  </message>
  <message>
   <source>{text} may be {one} or {other}. Type it as one of these.</source>
   <translation>{text} puede ser {one} o {other}. Escríbalo como uno de ellos.</translation>
  </message>
  <message>
   <source>{text} is no day of the calendar.</source>
   <translation>{text} no es un día del calendario.</translation>
  </message>
  <message>
   <source>{number} is not a number.</source>
   <translation>{number} no es un número.</translation>
  </message>
  <message>
   <source>today</source>
   <translation>hoy</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>ayer</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/forms/words.py</name>
  <message>
   <source>{problem}. Accepted: {accepted}.</source>
   <translation>{problem}. Se acepta: {accepted}.</translation>
  </message>
  <message>
   <source>Finding</source>
   <translation>Hallazgo</translation>
  </message>
  <message>
   <source>Laboratory result</source>
   <translation>Resultado de laboratorio</translation>
  </message>
  <message>
   <source>Mass measurement</source>
   <translation>Medición de masa</translation>
  </message>
  <message>
   <source>Genetic variant</source>
   <translation>Variante genética</translation>
  </message>
  <message>
   <source>Relative</source>
   <translation>Familiar</translation>
  </message>
  <message>
   <source>Allergy</source>
   <translation>Alergia</translation>
  </message>
  <message>
   <source>Height and weight</source>
   <translation>Talla y peso</translation>
  </message>
  <message>
   <source>Target range</source>
   <translation>Intervalo objetivo</translation>
  </message>
  <message>
   <source>Advice set aside</source>
   <translation>Consejo apartado</translation>
  </message>
  <message>
   <source>Own interval</source>
   <translation>Intervalo propio</translation>
  </message>
  <message>
   <source>Stored assessment</source>
   <translation>Evaluación guardada</translation>
  </message>
  <message>
   <source>Worklist mark</source>
   <translation>Marca de la lista de trabajo</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Hallazgos</translation>
  </message>
  <message>
   <source>Laboratory results</source>
   <translation>Resultados de laboratorio</translation>
  </message>
  <message>
   <source>Mass measurements</source>
   <translation>Mediciones de masas</translation>
  </message>
  <message>
   <source>Treatments</source>
   <translation>Tratamientos</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>Procedimientos</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Eventos</translation>
  </message>
  <message>
   <source>Genetic variants</source>
   <translation>Variantes genéticas</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>Familia</translation>
  </message>
  <message>
   <source>Target ranges</source>
   <translation>Intervalos objetivo</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visitas</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Consentimientos</translation>
  </message>
  <message>
   <source>Own intervals</source>
   <translation>Intervalos propios</translation>
  </message>
  <message>
   <source>Stored assessments</source>
   <translation>Evaluaciones guardadas</translation>
  </message>
  <message>
   <source>Worklist marks</source>
   <translation>Marcas de la lista de trabajo</translation>
  </message>
  <message>
   <source>Family ID</source>
   <translation>ID familiar</translation>
  </message>
  <message>
   <source>Forename</source>
   <translation>Nombre de pila</translation>
  </message>
  <message>
   <source>Surname</source>
   <translation>Apellidos</translation>
  </message>
  <message>
   <source>Diagnosis</source>
   <translation>Diagnóstico</translation>
  </message>
  <message>
   <source>Diagnosis is</source>
   <translation>El diagnóstico está</translation>
  </message>
  <message>
   <source>Enrolled</source>
   <translation>Inclusión</translation>
  </message>
  <message>
   <source>Feature</source>
   <translation>Característica</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>Lado</translation>
  </message>
  <message>
   <source>Analyte</source>
   <translation>Determinación</translation>
  </message>
  <message>
   <source>Comparator</source>
   <translation>Comparador</translation>
  </message>
  <message>
   <source>Range to</source>
   <translation>Intervalo a</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Indicación</translation>
  </message>
  <message>
   <source>Specimen</source>
   <translation>Muestra</translation>
  </message>
  <message>
   <source>Fasting</source>
   <translation>Ayunas</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Método</translation>
  </message>
  <message>
   <source>Result is</source>
   <translation>El resultado está</translation>
  </message>
  <message>
   <source>Hemolyzed</source>
   <translation>Hemólisis</translation>
  </message>
  <message>
   <source>On phosphate binder</source>
   <translation>Con quelante de fósforo</translation>
  </message>
  <message>
   <source>Dialysis</source>
   <translation>Diálisis</translation>
  </message>
  <message>
   <source>Plane</source>
   <translation>Plano</translation>
  </message>
  <message>
   <source>First noticed</source>
   <translation>Notada por primera vez</translation>
  </message>
  <message>
   <source>Recurrence of</source>
   <translation>Recurrencia de</translation>
  </message>
  <message>
   <source>Split from</source>
   <translation>Separada de</translation>
  </message>
  <message>
   <source>Merged into</source>
   <translation>Unida a</translation>
  </message>
  <message>
   <source>Volume as reported</source>
   <translation>Volumen según el informe</translation>
  </message>
  <message>
   <source>Pain, 0 to 10</source>
   <translation>Dolor, 0 a 10</translation>
  </message>
  <message>
   <source>Motion of the joint</source>
   <translation>Movilidad de la articulación</translation>
  </message>
  <message>
   <source>Ulcer</source>
   <translation>Úlcera</translation>
  </message>
  <message>
   <source>Observer</source>
   <translation>Observador</translation>
  </message>
  <message>
   <source>Agent</source>
   <translation>Agente</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Inicio</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Suspensión</translation>
  </message>
  <message>
   <source>Dose</source>
   <translation>Dosis</translation>
  </message>
  <message>
   <source>Unit of dose</source>
   <translation>Unidad de la dosis</translation>
  </message>
  <message>
   <source>Frequency</source>
   <translation>Frecuencia</translation>
  </message>
  <message>
   <source>Response</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <source>Gene</source>
   <translation>Gen</translation>
  </message>
  <message>
   <source>Coding change</source>
   <translation>Cambio codificante</translation>
  </message>
  <message>
   <source>Protein change</source>
   <translation>Cambio en la proteína</translation>
  </message>
  <message>
   <source>Zygosity</source>
   <translation>Cigosidad</translation>
  </message>
  <message>
   <source>Classification</source>
   <translation>Clasificación</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>Parentesco</translation>
  </message>
  <message>
   <source>Affected</source>
   <translation>Afectado</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Portador</translation>
  </message>
  <message>
   <source>Deceased</source>
   <translation>Fallecido</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Se le llama</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Año</translation>
  </message>
  <message>
   <source>PMID or DOI</source>
   <translation>PMID o DOI</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <source>Substance</source>
   <translation>Sustancia</translation>
  </message>
  <message>
   <source>Reaction</source>
   <translation>Reacción</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>Talla</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Peso</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>To</source>
   <translation>A</translation>
  </message>
  <message>
   <source>Valid from</source>
   <translation>Válido desde</translation>
  </message>
  <message>
   <source>Regions examined</source>
   <translation>Regiones exploradas</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Finalidad</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regla</translation>
  </message>
  <message>
   <source>Wording then</source>
   <translation>Texto de entonces</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Terminado</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>Cada</translation>
  </message>
  <message>
   <source>Guidance version</source>
   <translation>Versión de la guía</translation>
  </message>
  <message>
   <source>Assessment</source>
   <translation>Evaluación</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Hechos</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Elemento</translation>
  </message>
  <message>
   <source>Done or put off</source>
   <translation>Hecho o pospuesto</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <source>Rested on</source>
   <translation>Se basaba en</translation>
  </message>
  <message>
   <source>Mass number</source>
   <translation>Número de masa</translation>
  </message>
  <message>
   <source>Assay method</source>
   <translation>Método de ensayo</translation>
  </message>
  <message>
   <source>Judged by laboratory</source>
   <translation>Juicio del laboratorio</translation>
  </message>
  <message>
   <source>Finding is</source>
   <translation>El hallazgo está</translation>
  </message>
  <message>
   <source>Classified as</source>
   <translation>Clasificada como</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Contestación</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/handbook.py</name>
  <message>
   <source>First steps</source>
   <translation>Primeros pasos</translation>
  </message>
  <message>
   <source>The registry</source>
   <translation>El registro</translation>
  </message>
  <message>
   <source>A patient</source>
   <translation>Un paciente</translation>
  </message>
  <message>
   <source>Files and terms</source>
   <translation>Archivos y términos</translation>
  </message>
  <message>
   <source>Back and forward in the handbook</source>
   <translation>Atrás y adelante en el manual</translation>
  </message>
  <message>
   <source>Search the handbook</source>
   <translation>Buscar en el manual</translation>
  </message>
  <message>
   <source>In lists</source>
   <translation>En listas</translation>
  </message>
  <message>
   <source>In the worklist</source>
   <translation>En la lista de trabajo</translation>
  </message>
  <message>
   <source>In forms</source>
   <translation>En formularios</translation>
  </message>
  <message>
   <source>In the handbook</source>
   <translation>En el manual</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Tecla</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>Qué hace</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/handing_out.py</name>
  <message>
   <source>Saved {name}</source>
   <translation>Guardado {name}</translation>
  </message>
  <message>
   <source>Sent to the printer as plain text</source>
   <translation>Enviado a la impresora como texto simple</translation>
  </message>
  <message>
   <source>Sent to the printer: {pages} pages</source>
   <translation>Enviado a la impresora: {pages} páginas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/identity.py</name>
  <message>
   <source>Name not recorded</source>
   <translation>Nombre no registrado</translation>
  </message>
  <message>
   <source>open</source>
   <translation>abierto</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/locking.py</name>
  <message>
   <source>Locked after idle time</source>
   <translation>Bloqueado por tiempo sin uso</translation>
  </message>
  <message>
   <source>Locked by command</source>
   <translation>Bloqueado por orden</translation>
  </message>
  <message>
   <source>Locked with the system</source>
   <translation>Bloqueado con el sistema</translation>
  </message>
  <message>
   <source>Locked. What you typed is kept.</source>
   <translation>Bloqueado. Lo que escribió se conserva.</translation>
  </message>
  <message numerus="yes">
   <source>Locked after {n} minutes without use. What you typed is kept.</source>
   <translation>
    <numerusform>Bloqueado tras {n} minuto sin uso. Lo que escribió se conserva.</numerusform>
    <numerusform>Bloqueado tras {n} minutos sin uso. Lo que escribió se conserva.</numerusform>
   </translation>
  </message>
  <message>
   <source>This registry is not encrypted, so there is nothing to lock it with.</source>
   <translation>Este registro no está cifrado, así que no hay con qué bloquearlo.</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Bloquear</translation>
  </message>
  <message>
   <source>Stop it and lock</source>
   <translation>Detenerla y bloquear</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/main_window.py</name>
  <message>
   <source>Another job is still running.</source>
   <translation>Otra tarea sigue en curso.</translation>
  </message>
  <message>
   <source>Wait for it, or stop it.</source>
   <translation>Espere o deténgala.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/advice.py</name>
  <message>
   <source>a question</source>
   <translation>una pregunta</translation>
  </message>
  <message>
   <source>examination</source>
   <translation>exploración</translation>
  </message>
  <message>
   <source>urine sample</source>
   <translation>muestra de orina</translation>
  </message>
  <message>
   <source>blood sample</source>
   <translation>muestra de sangre</translation>
  </message>
  <message>
   <source>imaging, no radiation</source>
   <translation>imagen sin radiación</translation>
  </message>
  <message>
   <source>imaging with radiation</source>
   <translation>imagen con radiación</translation>
  </message>
  <message>
   <source>biopsy</source>
   <translation>biopsia</translation>
  </message>
  <message>
   <source>Add the answer…</source>
   <translation>Añadir la respuesta…</translation>
  </message>
  <message>
   <source>{rhythm}; last {day}</source>
   <translation>{rhythm}; último {day}</translation>
  </message>
  <message>
   <source>{rhythm}; was due {day}</source>
   <translation>{rhythm}; previsto {day}, ya pasado</translation>
  </message>
  <message>
   <source>Instead of {usual}. {who}, {day}: {reason}</source>
   <translation>En lugar de {usual}. {who}, {day}: {reason}</translation>
  </message>
  <message>
   <source>Interval…</source>
   <translation>Intervalo…</translation>
  </message>
  <message>
   <source>overdue</source>
   <translation>vencido</translation>
  </message>
  <message>
   <source>never recorded</source>
   <translation>nunca registrado</translation>
  </message>
  <message>
   <source>not datable</source>
   <translation>sin fecha posible</translation>
  </message>
  <message>
   <source>{n}. {test}</source>
   <translation>{n}. {test}</translation>
  </message>
  <message>
   <source>Tells apart: {names}</source>
   <translation>Distingue: {names}</translation>
  </message>
  <message>
   <source>Back to {usual}</source>
   <translation>Volver a {usual}</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Apartado</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fallo</translation>
  </message>
  <message>
   <source>Superseded:</source>
   <translation>Superado:</translation>
  </message>
  <message>
   <source>Evidence:</source>
   <translation>Pruebas:</translation>
  </message>
  <message>
   <source>This patient's own interval.</source>
   <translation>Intervalo propio de este paciente.</translation>
  </message>
  <message>
   <source>Interval:</source>
   <translation>Intervalo:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/alerts.py</name>
  <message>
   <source>By {who}, {day}: {reason}</source>
   <translation>Por {who}, {day}: {reason}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Pare</translation>
  </message>
  <message>
   <source>Hold</source>
   <translation>Espere</translation>
  </message>
  <message>
   <source>Do not use</source>
   <translation>No usar</translation>
  </message>
  <message>
   <source>Does not apply any more</source>
   <translation>Ya no se aplica</translation>
  </message>
  <message>
   <source>{reasons}; and {n} more</source>
   <translation>{reasons}; y {n} más</translation>
  </message>
  <message>
   <source>Set aside, still holds.</source>
   <translation>Apartado, sigue vigente.</translation>
  </message>
  <message>
   <source>Set aside.</source>
   <translation>Apartado.</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Restablecer</translation>
  </message>
  <message>
   <source>Because: {reasons}</source>
   <translation>Debido a: {reasons}</translation>
  </message>
  <message>
   <source>No wording for patients.</source>
   <translation>Sin texto para pacientes.</translation>
  </message>
  <message>
   <source>Does not apply any more.</source>
   <translation>Ya no se aplica.</translation>
  </message>
  <message>
   <source>Show record</source>
   <translation>Mostrar entrada</translation>
  </message>
  <message>
   <source>Set aside…</source>
   <translation>Apartar…</translation>
  </message>
  <message>
   <source>For the patient:</source>
   <translation>Para el paciente:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/audit.py</name>
  <message>
   <source>No.</source>
   <translation>N.º</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/backups.py</name>
  <message>
   <source>{n} MB</source>
   <translation>{n} MB</translation>
  </message>
  <message numerus="yes">
   <source>differs by {n} records: {listed}</source>
   <translation>
    <numerusform>difiere en {n} entrada: {listed}</numerusform>
    <numerusform>difiere en {n} entradas: {listed}</numerusform>
   </translation>
  </message>
  <message>
   <source>not verified</source>
   <translation>sin comprobar</translation>
  </message>
  <message>
   <source>{n} kB</source>
   <translation>{n} kB</translation>
  </message>
  <message>
   <source>cannot be compared</source>
   <translation>no se puede comparar</translation>
  </message>
  <message>
   <source>has the same records</source>
   <translation>tiene las mismas entradas</translation>
  </message>
  <message>
   <source>altered: do not rely on it</source>
   <translation>alterada: no confíe en ella</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/cohort.py</name>
  <message>
   <source>{text}: {n} of {of} masses</source>
   <translation>{text}: {n} de {of} masas</translation>
  </message>
  <message>
   <source>{text}: {n} of {of} patients</source>
   <translation>{text}: {n} de {of} pacientes</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/cohort_tiles.py</name>
  <message numerus="yes">
   <source>{n} died</source>
   <translation>
    <numerusform>{n} fallecido</numerusform>
    <numerusform>{n} fallecidos</numerusform>
   </translation>
  </message>
  <message>
   <source>suspected {n}</source>
   <translation>sospechados {n}</translation>
  </message>
  <message>
   <source>of {n} measured, latest result</source>
   <translation>de {n} medidos</translation>
  </message>
  <message>
   <source>{n} of {all} masses</source>
   <translation>{n} de {all} masas</translation>
  </message>
  <message>
   <source>no end recorded, or still to come</source>
   <translation>sin fin registrado, o aún por llegar</translation>
  </message>
  <message>
   <source>one of {n} basic items or more</source>
   <translation>uno o más de {n} datos básicos</translation>
  </message>
  <message numerus="yes">
   <source>{n} fictional</source>
   <translation>
    <numerusform>{n} ficticio</numerusform>
    <numerusform>{n} ficticios</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/criteria.py</name>
  <message>
   <source>Evidence</source>
   <translation>Pruebas</translation>
  </message>
  <message>
   <source>Against: {criterion}</source>
   <translation>En contra: {criterion}</translation>
  </message>
  <message>
   <source>{criterion} ({weight})</source>
   <translation>{criterion} ({weight})</translation>
  </message>
  <message>
   <source>{evidence}; and {n} more</source>
   <translation>{evidence}; y {n} más</translation>
  </message>
  <message>
   <source>{column}: {text}</source>
   <translation>{column}: {text}</translation>
  </message>
  <message>
   <source>from several entries</source>
   <translation>de varias entradas</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Mostrar</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/evidence.py</name>
  <message>
   <source>Finding: {finding}</source>
   <translation>Hallazgo: {finding}</translation>
  </message>
  <message>
   <source>Result: {analyte}</source>
   <translation>Resultado: {analyte}</translation>
  </message>
  <message>
   <source>Genetic variant: {gene}</source>
   <translation>Variante genética: {gene}</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>Fecha de nacimiento</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/export_draft.py</name>
  <message>
   <source>Excel workbooks (*.xlsx)</source>
   <translation>Libros de Excel (*.xlsx)</translation>
  </message>
  <message>
   <source>JSON files (*.json)</source>
   <translation>Archivos JSON (*.json)</translation>
  </message>
  <message>
   <source>Tables (CSV) with codebook</source>
   <translation>Tablas (CSV) con libro de códigos</translation>
  </message>
  <message>
   <source>All tables of the registry; an empty registry can take them back in.</source>
   <translation>Todas las tablas del registro; un registro vacío puede volver a tomarlas.</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Libro de Excel</translation>
  </message>
  <message>
   <source>The same tables as sheets of one workbook.</source>
   <translation>Las mismas tablas como hojas de un libro.</translation>
  </message>
  <message>
   <source>FHIR R4 bundle</source>
   <translation>Paquete FHIR R4</translation>
  </message>
  <message>
   <source>One JSON file; each mass is a body structure with its sizes.</source>
   <translation>Un archivo JSON; cada masa es una estructura corporal con sus tamaños.</translation>
  </message>
  <message>
   <source>GA4GH phenopackets</source>
   <translation>Phenopackets de GA4GH</translation>
  </message>
  <message>
   <source>One JSON file for each patient, version 2.</source>
   <translation>Un archivo JSON por paciente, versión 2.</translation>
  </message>
  <message>
   <source>REDCap project</source>
   <translation>Proyecto de REDCap</translation>
  </message>
  <message>
   <source>Data dictionary and data for REDCap.</source>
   <translation>Diccionario de datos y datos para REDCap.</translation>
  </message>
  <message>
   <source>EU common data elements</source>
   <translation>Elementos de datos comunes de la UE</translation>
  </message>
  <message>
   <source>The 16 elements of the European platform on rare diseases.</source>
   <translation>Los 16 elementos de la plataforma europea de enfermedades raras.</translation>
  </message>
  <message>
   <source>nobody is asked</source>
   <translation>no se comprueba</translation>
  </message>
  <message>
   <source>Choose where it is to be written.</source>
   <translation>Elija dónde se ha de escribir.</translation>
  </message>
  <message>
   <source>Name who gets it.</source>
   <translation>Nombre a quién lo recibe.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/export_report.py</name>
  <message>
   <source>Alone in the group (k = 1)</source>
   <translation>Solo en su grupo (k = 1)</translation>
  </message>
  <message>
   <source>Variant that one person alone has</source>
   <translation>Variante que tiene una sola persona</translation>
  </message>
  <message>
   <source>Site of a mass that one person alone has</source>
   <translation>Localización de masa que tiene una sola persona</translation>
  </message>
  <message>
   <source>Groups by sex, age band, diagnosis and country</source>
   <translation>Grupos por sexo, edad, diagnóstico y país</translation>
  </message>
  <message>
   <source>People in the smallest group (k)</source>
   <translation>Personas en el grupo más pequeño (k)</translation>
  </message>
  <message>
   <source>Family with several members here</source>
   <translation>Familia con varios miembros aquí</translation>
  </message>
  <message>
   <source>In the registry</source>
   <translation>En el registro</translation>
  </message>
  <message>
   <source>Exported</source>
   <translation>Exportados</translation>
  </message>
  <message>
   <source>Left out: {reason}</source>
   <translation>Excluidos: {reason}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/family.py</name>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Observación</translation>
  </message>
  <message>
   <source>Grandparents’ generation</source>
   <translation>Generación de los abuelos</translation>
  </message>
  <message>
   <source>Parents’ generation</source>
   <translation>Generación de los padres</translation>
  </message>
  <message>
   <source>Own generation</source>
   <translation>Generación propia</translation>
  </message>
  <message>
   <source>Children’s generation</source>
   <translation>Generación de los hijos</translation>
  </message>
  <message>
   <source>Grandchildren’s generation</source>
   <translation>Generación de los nietos</translation>
  </message>
  <message>
   <source>{what}: {answer}</source>
   <translation>{what}: {answer}</translation>
  </message>
  <message>
   <source>Sister</source>
   <translation>Hermana</translation>
  </message>
  <message>
   <source>Brother</source>
   <translation>Hermano</translation>
  </message>
  <message>
   <source>Daughter</source>
   <translation>Hija</translation>
  </message>
  <message>
   <source>Son</source>
   <translation>Hijo</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>Pareja</translation>
  </message>
  <message>
   <source>Grandmother</source>
   <translation>Abuela</translation>
  </message>
  <message>
   <source>Grandfather</source>
   <translation>Abuelo</translation>
  </message>
  <message>
   <source>Grandparent</source>
   <translation>Abuelo/a</translation>
  </message>
  <message>
   <source>Aunt</source>
   <translation>Tía</translation>
  </message>
  <message>
   <source>Uncle</source>
   <translation>Tío</translation>
  </message>
  <message>
   <source>Aunt or uncle</source>
   <translation>Tío/a</translation>
  </message>
  <message>
   <source>Cousin, female</source>
   <translation>Prima</translation>
  </message>
  <message>
   <source>Cousin, male</source>
   <translation>Primo</translation>
  </message>
  <message>
   <source>Cousin</source>
   <translation>Primo/a</translation>
  </message>
  <message>
   <source>Niece</source>
   <translation>Sobrina</translation>
  </message>
  <message>
   <source>Nephew</source>
   <translation>Sobrino</translation>
  </message>
  <message>
   <source>Niece or nephew</source>
   <translation>Sobrino/a</translation>
  </message>
  <message>
   <source>Granddaughter</source>
   <translation>Nieta</translation>
  </message>
  <message>
   <source>Grandson</source>
   <translation>Nieto</translation>
  </message>
  <message>
   <source>Grandchild</source>
   <translation>Nieto/a</translation>
  </message>
  <message>
   <source>Relation not recorded</source>
   <translation>Parentesco no registrado</translation>
  </message>
  <message>
   <source>Generation {n}</source>
   <translation>Generación {n}</translation>
  </message>
  <message>
   <source>{relation}, {label}</source>
   <translation>{relation}, {label}</translation>
  </message>
  <message numerus="yes">
   <source>{n} people</source>
   <translation>
    <numerusform>{n} persona</numerusform>
    <numerusform>{n} personas</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} affected</source>
   <translation>{n} con la enfermedad</translation>
  </message>
  <message>
   <source>not recorded; drawn because there are brothers or sisters</source>
   <translation>no registrado; se dibuja porque hay hermanos o hermanas</translation>
  </message>
  <message>
   <source>from the records of {patient}</source>
   <translation>de las entradas de {patient}</translation>
  </message>
  <message>
   <source>line not recorded</source>
   <translation>línea no registrada</translation>
  </message>
  <message>
   <source>{patient} (not in this registry)</source>
   <translation>{patient} (no está en este registro)</translation>
  </message>
  <message>
   <source>Not enrolled</source>
   <translation>No incluido</translation>
  </message>
  <message>
   <source>born {when}</source>
   <translation>nacimiento {when}</translation>
  </message>
  <message>
   <source>affected</source>
   <translation>con la enfermedad</translation>
  </message>
  <message>
   <source>carrier</source>
   <translation>portador</translation>
  </message>
  <message>
   <source>deceased</source>
   <translation>fallecido</translation>
  </message>
  <message>
   <source>{n} not known</source>
   <translation>{n} sin saber</translation>
  </message>
  <message>
   <source>parents related to each other</source>
   <translation>padres emparentados entre sí</translation>
  </message>
  <message>
   <source>{person} {patient}</source>
   <translation>{person} {patient}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/family_links.py</name>
  <message>
   <source>{told} names {silent}, but {silent} does not name {told}.</source>
   <translation>{told} menciona a {silent}, pero {silent} no menciona a {told}.</translation>
  </message>
  <message>
   <source>It would be added as {relation}, undone with Ctrl+Z.</source>
   <translation>Se añadiría como {relation}; se deshace con Ctrl+Z.</translation>
  </message>
  <message>
   <source>Also add to {patient}’s family</source>
   <translation>Añadir también a la familia de {patient}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/genetics.py</name>
  <message>
   <source>autosomal recessive</source>
   <translation>autosómica recesiva</translation>
  </message>
  <message>
   <source>autosomal dominant, mostly new in the patient</source>
   <translation>autosómica dominante, casi siempre nueva en el paciente</translation>
  </message>
  <message>
   <source>General</source>
   <translation>General</translation>
  </message>
  <message>
   <source>General genetics, not from the source.</source>
   <translation>Genética general, no de la fuente.</translation>
  </message>
  <message>
   <source>established</source>
   <translation>establecido</translation>
  </message>
  <message>
   <source>probable</source>
   <translation>probable</translation>
  </message>
  <message>
   <source>possible</source>
   <translation>posible</translation>
  </message>
  <message>
   <source>Zygosity:</source>
   <translation>Cigosidad:</translation>
  </message>
  <message>
   <source>Classified as:</source>
   <translation>Clasificada como:</translation>
  </message>
  <message>
   <source>{gene} {change}</source>
   <translation>{gene} {change}</translation>
  </message>
  <message>
   <source>{gene} does not lie on a sex chromosome: hemizygous would mean that the other copy is missing. Check the report.</source>
   <translation>{gene} no está en un cromosoma sexual: hemicigoto significaría que falta la otra copia. Compruebe el informe.</translation>
  </message>
  <message>
   <source>{gene}: only variants of uncertain significance. They neither confirm nor exclude.</source>
   <translation>{gene}: solo variantes de significado incierto. Ni confirman ni excluyen.</translation>
  </message>
  <message>
   <source>{gene}: a variant without its change. Take it from the report.</source>
   <translation>{gene}: una variante sin su cambio. Tómelo del informe.</translation>
  </message>
  <message>
   <source>{gene}: one variant is homozygous and another one is recorded. Check the report.</source>
   <translation>{gene}: una variante es homocigota y hay otra registrada. Compruebe el informe.</translation>
  </message>
  <message>
   <source>{gene}: two heterozygous variants, phase unknown. Consider testing the parents: only one on each copy explains a recessive disorder.</source>
   <translation>{gene}: dos variantes heterocigotas, fase desconocida. Considere estudiar a los padres: solo una en cada copia explica un trastorno recesivo.</translation>
  </message>
  <message>
   <source>Not known whether affected:</source>
   <translation>Se desconoce si tiene la enfermedad:</translation>
  </message>
  <message>
   <source>Inheritance:</source>
   <translation>Herencia:</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Editar…</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Eliminar</translation>
  </message>
  <message>
   <source>{gene}: one heterozygous variant does not explain a recessive disorder by itself. Consider looking for a second one, deletions and duplications included.</source>
   <translation>{gene}: una variante heterocigota no explica por sí sola un trastorno recesivo. Considere buscar una segunda, incluidas deleciones y duplicaciones.</translation>
  </message>
  <message>
   <source>Add variant…</source>
   <translation>Añadir variante…</translation>
  </message>
  <message>
   <source>Open guidance</source>
   <translation>Abrir la guía</translation>
  </message>
  <message>
   <source>change not recorded</source>
   <translation>cambio no registrado</translation>
  </message>
  <message>
   <source>{gene}: compound heterozygous, but only one variant is recorded. Add the other one.</source>
   <translation>{gene}: heterocigoto compuesto, pero solo hay una variante registrada. Añada la otra.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/history.py</name>
  <message>
   <source>Imported</source>
   <translation>Importado</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Añadido</translation>
  </message>
  <message>
   <source>Added by undo</source>
   <translation>Añadido al deshacer</translation>
  </message>
  <message>
   <source>Added by redo</source>
   <translation>Añadido al rehacer</translation>
  </message>
  <message>
   <source>Added by import</source>
   <translation>Añadido por importación</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Cambiado</translation>
  </message>
  <message>
   <source>Changed by undo</source>
   <translation>Cambiado al deshacer</translation>
  </message>
  <message>
   <source>Changed by redo</source>
   <translation>Cambiado al rehacer</translation>
  </message>
  <message>
   <source>Changed by import</source>
   <translation>Cambiado por importación</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Eliminado</translation>
  </message>
  <message>
   <source>Removed by undo</source>
   <translation>Eliminado al deshacer</translation>
  </message>
  <message>
   <source>Removed by redo</source>
   <translation>Eliminado al rehacer</translation>
  </message>
  <message>
   <source>Removed by import</source>
   <translation>Eliminado por importación</translation>
  </message>
  <message numerus="yes">
   <source>{kind} {n}</source>
   <translation>
    <numerusform>{kind} {n}</numerusform>
    <numerusform>{kind} {n}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/history_fields.py</name>
  <message>
   <source>Same</source>
   <translation>Igual</translation>
  </message>
  <message numerus="yes">
   <source>{n} characters</source>
   <translation>
    <numerusform>{n} carácter</numerusform>
    <numerusform>{n} caracteres</numerusform>
   </translation>
  </message>
  <message>
   <source>Possible or more: {names}.</source>
   <translation>Posible o más: {names}.</translation>
  </message>
  <message>
   <source>not readable; {size}</source>
   <translation>ilegible; {size}</translation>
  </message>
  <message>
   <source>Alerts:</source>
   <translation>Alertas:</translation>
  </message>
  <message>
   <source>No alert.</source>
   <translation>Ninguna alerta.</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Campo</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/history_list.py</name>
  <message>
   <source>Entry</source>
   <translation>Entrada</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/history_versions.py</name>
  <message>
   <source>Since</source>
   <translation>Desde</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Versión</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Anterior</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>no estaba</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/import_cells.py</name>
  <message>
   <source>{heading} {text}</source>
   <translation>{heading} {text}</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>vacío</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/import_columns.py</name>
  <message>
   <source>{problem} (accepted: {accepted})</source>
   <translation>{problem} (se acepta: {accepted})</translation>
  </message>
  <message numerus="yes">
   <source>{n} of {all} rows have a problem</source>
   <translation>
    <numerusform>{n} de {all} filas tiene un problema</numerusform>
    <numerusform>{n} de {all} filas tienen un problema</numerusform>
   </translation>
  </message>
  <message>
   <source>kept as {value}</source>
   <translation>se guarda como {value}</translation>
  </message>
  <message>
   <source>waits for an answer</source>
   <translation>espera una respuesta</translation>
  </message>
  <message>
   <source>Error</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Revisar</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Listo</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/import_rows.py</name>
  <message>
   <source>{heading}: {problem}</source>
   <translation>{heading}: {problem}</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Todo</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/import_words.py</name>
  <message>
   <source>table in text</source>
   <translation>tabla de texto</translation>
  </message>
  <message>
   <source>FHIR R4</source>
   <translation>FHIR R4</translation>
  </message>
  <message>
   <source>GA4GH phenopacket, version 2</source>
   <translation>phenopacket de GA4GH, versión 2</translation>
  </message>
  <message>
   <source>HL7 v2 messages</source>
   <translation>mensajes HL7 v2</translation>
  </message>
  <message>
   <source>REDCap export</source>
   <translation>exportación de REDCap</translation>
  </message>
  <message>
   <source>comma</source>
   <translation>coma</translation>
  </message>
  <message>
   <source>semicolon</source>
   <translation>punto y coma</translation>
  </message>
  <message>
   <source>tabulator</source>
   <translation>tabulador</translation>
  </message>
  <message>
   <source>bar</source>
   <translation>barra</translation>
  </message>
  <message>
   <source>Western Europe (Windows-1252)</source>
   <translation>Europa occidental (Windows-1252)</translation>
  </message>
  <message>
   <source>Central Europe (Windows-1250)</source>
   <translation>Europa central (Windows-1250)</translation>
  </message>
  <message>
   <source>Cyrillic (Windows-1251)</source>
   <translation>Cirílico (Windows-1251)</translation>
  </message>
  <message>
   <source>Greek (Windows-1253)</source>
   <translation>Griego (Windows-1253)</translation>
  </message>
  <message>
   <source>Turkish (Windows-1254)</source>
   <translation>Turco (Windows-1254)</translation>
  </message>
  <message>
   <source>Hebrew (Windows-1255)</source>
   <translation>Hebreo (Windows-1255)</translation>
  </message>
  <message>
   <source>Arabic (Windows-1256)</source>
   <translation>Árabe (Windows-1256)</translation>
  </message>
  <message>
   <source>Baltic (Windows-1257)</source>
   <translation>Báltico (Windows-1257)</translation>
  </message>
  <message>
   <source>Japanese (Shift JIS)</source>
   <translation>Japonés (Shift JIS)</translation>
  </message>
  <message>
   <source>Korean (Windows-949)</source>
   <translation>Coreano (Windows-949)</translation>
  </message>
  <message>
   <source>Chinese (GB 18030)</source>
   <translation>Chino (GB 18030)</translation>
  </message>
  <message>
   <source>Sample date</source>
   <translation>Fecha de la muestra</translation>
  </message>
  <message>
   <source>Range in one cell</source>
   <translation>Intervalo en una celda</translation>
  </message>
  <message>
   <source>Hospital number (MRN)</source>
   <translation>Número de hospital (NHC)</translation>
  </message>
  <message>
   <source>known</source>
   <translation>conocido</translation>
  </message>
  <message>
   <source>known, filled in</source>
   <translation>conocido, completado</translation>
  </message>
  <message>
   <source>new patient</source>
   <translation>paciente nuevo</translation>
  </message>
  <message>
   <source>conflict</source>
   <translation>conflicto</translation>
  </message>
  <message>
   <source>nobody fits</source>
   <translation>nadie coincide</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>omitido</translation>
  </message>
  <message>
   <source>found: {order}</source>
   <translation>visto: {order}</translation>
  </message>
  <message>
   <source>{table}: {n}</source>
   <translation>{table}: {n}</translation>
  </message>
  <message numerus="yes">
   <source>{n} rows, not recognized</source>
   <translation>
    <numerusform>{n} fila, no reconocida</numerusform>
    <numerusform>{n} filas, no reconocidas</numerusform>
   </translation>
  </message>
  <message>
   <source>{read} rows read: {added} added, {updated} filled in, {unchanged} there already, {refused} refused</source>
   <translation>{read} filas leídas: {added} añadidas, {updated} completadas, {unchanged} ya presentes, {refused} rechazadas</translation>
  </message>
  <message>
   <source>as the file shows</source>
   <translation>como muestra el archivo</translation>
  </message>
  <message>
   <source>decimal point: 1.25</source>
   <translation>punto decimal: 1.25</translation>
  </message>
  <message>
   <source>decimal comma: 1,25</source>
   <translation>coma decimal: 1,25</translation>
  </message>
  <message>
   <source>Patients</source>
   <translation>Pacientes</translation>
  </message>
  <message>
   <source>In which order are day and month in {example}?</source>
   <translation>¿En qué orden están día y mes en {example}?</translation>
  </message>
  <message>
   <source>kept as a note</source>
   <translation>se conserva como nota</translation>
  </message>
  <message>
   <source>not recognized</source>
   <translation>no reconocido</translation>
  </message>
  <message>
   <source>Dates stand as numbers ({example}). From which year does Excel count them?</source>
   <translation>Las fechas están como números ({example}). ¿Desde qué año los cuenta Excel?</translation>
  </message>
  <message>
   <source>Results: {test}</source>
   <translation>Resultados: {test}</translation>
  </message>
  <message>
   <source>{rows} and more</source>
   <translation>{rows} y más</translation>
  </message>
  <message>
   <source>In which language’s letters was the file written?</source>
   <translation>¿Con las letras de qué idioma se escribió el archivo?</translation>
  </message>
  <message>
   <source>Whose results are they? The file names nobody.</source>
   <translation>¿De quién son los resultados? El archivo no nombra a nadie.</translation>
  </message>
  <message>
   <source>Its columns are not known here. Match them in the next step.</source>
   <translation>Sus columnas no se conocen aquí. Asígnelas en el paso siguiente.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/intervals.py</name>
  <message>
   <source>every {interval}</source>
   <translation>cada {interval}</translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <translation>
    <numerusform>{n} día</numerusform>
    <numerusform>{n} días</numerusform>
   </translation>
  </message>
  <message>
   <source>yearly</source>
   <translation>anual</translation>
  </message>
  <message>
   <source>annually</source>
   <translation>anualmente</translation>
  </message>
  <message>
   <source>half-yearly</source>
   <translation>semestral</translation>
  </message>
  <message>
   <source>quarterly</source>
   <translation>trimestral</translation>
  </message>
  <message>
   <source>monthly</source>
   <translation>mensual</translation>
  </message>
  <message>
   <source>weekly</source>
   <translation>semanal</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nunca</translation>
  </message>
  <message numerus="yes">
   <source>{n} years</source>
   <translation>
    <numerusform>{n} año</numerusform>
    <numerusform>{n} años</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} months</source>
   <translation>
    <numerusform>{n} mes</numerusform>
    <numerusform>{n} meses</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} weeks</source>
   <translation>
    <numerusform>{n} semana</numerusform>
    <numerusform>{n} semanas</numerusform>
   </translation>
  </message>
  <message>
   <source>year</source>
   <translation>año</translation>
  </message>
  <message>
   <source>years</source>
   <translation>años</translation>
  </message>
  <message>
   <source>month</source>
   <translation>mes</translation>
  </message>
  <message>
   <source>months</source>
   <translation>meses</translation>
  </message>
  <message>
   <source>week</source>
   <translation>semana</translation>
  </message>
  <message>
   <source>weeks</source>
   <translation>semanas</translation>
  </message>
  <message>
   <source>day</source>
   <translation>día</translation>
  </message>
  <message>
   <source>days</source>
   <translation>días</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs.py</name>
  <message numerus="yes">
   <source>{n} results</source>
   <translation>
    <numerusform>{n} resultado</numerusform>
    <numerusform>{n} resultados</numerusform>
   </translation>
  </message>
  <message>
   <source>{time}, {age}, {count}</source>
   <translation>{time}, {age}, {count}</translation>
  </message>
  <message>
   <source>Own target</source>
   <translation>Objetivo propio</translation>
  </message>
  <message>
   <source>Range, {age}</source>
   <translation>Ref., {age}</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>firmado</translation>
  </message>
  <message>
   <source>Signed by {who}, {time}</source>
   <translation>Firmado por {who}, {time}</translation>
  </message>
  <message>
   <source>{test}, calculated: {method}</source>
   <translation>{test}, calculado: {method}</translation>
  </message>
  <message>
   <source>no own target</source>
   <translation>sin objetivo propio</translation>
  </message>
  <message>
   <source>last values {values} {unit}</source>
   <translation>últimos valores {values} {unit}</translation>
  </message>
  <message>
   <source>no values</source>
   <translation>sin valores</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_cells.py</name>
  <message>
   <source>far above range</source>
   <translation>muy por encima del intervalo</translation>
  </message>
  <message>
   <source>far below range</source>
   <translation>muy por debajo del intervalo</translation>
  </message>
  <message>
   <source>borderline high, laboratories differ</source>
   <translation>límite alto, los laboratorios difieren</translation>
  </message>
  <message>
   <source>borderline low, laboratories differ</source>
   <translation>límite bajo, los laboratorios difieren</translation>
  </message>
  <message>
   <source>{text}, not saved: {problem}</source>
   <translation>{text}, sin guardar: {problem}</translation>
  </message>
  <message>
   <source>{test} {value}, {time}</source>
   <translation>{test} {value}, {time}</translation>
  </message>
  <message>
   <source>not fasting</source>
   <translation>no en ayunas</translation>
  </message>
  <message>
   <source>hemolyzed</source>
   <translation>hemolizada</translation>
  </message>
  <message>
   <source>on phosphate binder</source>
   <translation>con quelante de fósforo</translation>
  </message>
  <message>
   <source>before dialysis</source>
   <translation>antes de la diálisis</translation>
  </message>
  <message>
   <source>after dialysis</source>
   <translation>después de la diálisis</translation>
  </message>
  <message>
   <source>between dialysis sessions</source>
   <translation>entre sesiones de diálisis</translation>
  </message>
  <message>
   <source>{words}, reported without a number</source>
   <translation>{words}, informado sin número</translation>
  </message>
  <message>
   <source>above own target</source>
   <translation>por encima del objetivo propio</translation>
  </message>
  <message>
   <source>below own target</source>
   <translation>por debajo del objetivo propio</translation>
  </message>
  <message>
   <source>unusual: {warning}</source>
   <translation>inusual: {warning}</translation>
  </message>
  <message>
   <source>pending</source>
   <translation>pendiente</translation>
  </message>
  <message>
   <source>pending, no result yet</source>
   <translation>pendiente, aún sin resultado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_change.py</name>
  <message>
   <source>{test} {value}, {when}</source>
   <translation>{test} {value}, {when}</translation>
  </message>
  <message numerus="yes">
   <source>Remove {n} results</source>
   <translation>
    <numerusform>Eliminar {n} resultado</numerusform>
    <numerusform>Eliminar {n} resultados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Date {n} results {when}</source>
   <translation>
    <numerusform>Fechar {n} resultado: {when}</numerusform>
    <numerusform>Fechar {n} resultados: {when}</numerusform>
   </translation>
  </message>
  <message>
   <source>Remove {result}</source>
   <translation>Eliminar {result}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_columns.py</name>
  <message>
   <source>Not dated</source>
   <translation>Sin fecha</translation>
  </message>
  <message>
   <source>no. {n}</source>
   <translation>n.º {n}</translation>
  </message>
  <message>
   <source>{day} at {time}</source>
   <translation>{day} a las {time}</translation>
  </message>
  <message>
   <source>{time}, number {n}</source>
   <translation>{time}, número {n}</translation>
  </message>
  <message>
   <source>y</source>
   <translation>a</translation>
  </message>
  <message>
   <source>mo</source>
   <translation>m</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_copy.py</name>
  <message>
   <source>{test}, calculated</source>
   <translation>{test}, calculado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_entry.py</name>
  <message>
   <source>“{text}” is not a number. Type a number, pending, or a middle dot for not measured.</source>
   <translation>«{text}» no es un número. Escriba un número, pending (pendiente) o un punto medio para «sin medir».</translation>
  </message>
  <message>
   <source>{number} has no unit. Accepted: {units}.</source>
   <translation>{number} no tiene unidad. Se aceptan: {units}.</translation>
  </message>
  <message>
   <source>{unit} is not a unit of {test}. Accepted: {units}.</source>
   <translation>{unit} no es una unidad de {test}. Se aceptan: {units}.</translation>
  </message>
  <message>
   <source>A date is missing.</source>
   <translation>Falta una fecha.</translation>
  </message>
  <message>
   <source>{text} holds two numbers. Type one.</source>
   <translation>{text} contiene dos números. Escriba uno.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_explain.py</name>
  <message>
   <source>the laboratory’s own range</source>
   <translation>el intervalo propio del laboratorio</translation>
  </message>
  <message>
   <source>the registry’s own range</source>
   <translation>el intervalo propio del registro</translation>
  </message>
  <message>
   <source>built-in range</source>
   <translation>intervalo incorporado</translation>
  </message>
  <message>
   <source>above range</source>
   <translation>por encima</translation>
  </message>
  <message>
   <source>below range</source>
   <translation>por debajo</translation>
  </message>
  <message>
   <source>range {limits} {unit}{whom}, {origin}{source}</source>
   <translation>intervalo {limits} {unit}{whom}, {origin}{source}</translation>
  </message>
  <message>
   <source>{test}, {time}</source>
   <translation>{test}, {time}</translation>
  </message>
  <message>
   <source>{verdict}: {range}</source>
   <translation>{verdict}: {range}</translation>
  </message>
  <message>
   <source>changed {day} by {who}</source>
   <translation>cambiado el {day} por {who}</translation>
  </message>
  <message>
   <source>{came}, {changed}.</source>
   <translation>{came}, {changed}.</translation>
  </message>
  <message>
   <source>no range for this test and age</source>
   <translation>sin intervalo para esta prueba y edad</translation>
  </message>
  <message>
   <source>Not saved. {problem}</source>
   <translation>Sin guardar. {problem}</translation>
  </message>
  <message>
   <source>Sent {day}, no result yet</source>
   <translation>Enviado {day}, aún sin resultado</translation>
  </message>
  <message>
   <source>{verdict}: {reason}</source>
   <translation>{verdict}: {reason}</translation>
  </message>
  <message>
   <source>method {method}</source>
   <translation>método {method}</translation>
  </message>
  <message>
   <source>Where it came from is not recorded.</source>
   <translation>No consta de dónde procede.</translation>
  </message>
  <message>
   <source>Imported {day} by {who} ({what})</source>
   <translation>Importado el {day} por {who} ({what})</translation>
  </message>
  <message>
   <source>Entered {day} by {who}</source>
   <translation>Introducido el {day} por {who}</translation>
  </message>
  <message>
   <source>{came}, not edited.</source>
   <translation>{came}, sin editar.</translation>
  </message>
  <message>
   <source>{side} {target} {unit}</source>
   <translation>{side} {target} {unit}</translation>
  </message>
  <message>
   <source>own target {target} {unit}</source>
   <translation>objetivo propio {target} {unit}</translation>
  </message>
  <message>
   <source>entered under the code {code}</source>
   <translation>introducido con el código {code}</translation>
  </message>
  <message>
   <source>flagged by the laboratory: {flag}</source>
   <translation>indicación del laboratorio: {flag}</translation>
  </message>
  <message>
   <source>specimen {specimen}</source>
   <translation>muestra {specimen}</translation>
  </message>
  <message>
   <source>note: {note}</source>
   <translation>nota: {note}</translation>
  </message>
  <message>
   <source>feeds {rows}</source>
   <translation>se usa para {rows}</translation>
  </message>
  <message>
   <source>from {inputs}</source>
   <translation>a partir de {inputs}</translation>
  </message>
  <message>
   <source>{test}, not measured</source>
   <translation>{test}, sin medir</translation>
  </message>
  <message>
   <source>entered as {value}</source>
   <translation>introducido como {value}</translation>
  </message>
  <message>
   <source>Not calculated: {reason}</source>
   <translation>Sin calcular: {reason}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_grid.py</name>
  <message>
   <source>{range} lab</source>
   <translation>{range} lab</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_plan.py</name>
  <message>
   <source>{value} is recorded for this time</source>
   <translation>ya hay {value} registrado para esta fecha</translation>
  </message>
  <message>
   <source>“{test}” is no test of the vocabulary</source>
   <translation>«{test}» no es una prueba del vocabulario</translation>
  </message>
  <message>
   <source>right of the last column: make a column first, or paste dates as well</source>
   <translation>a la derecha de la última columna: cree antes una columna o pegue también las fechas</translation>
  </message>
  <message>
   <source>{unit} is not a unit of {test}</source>
   <translation>{unit} no es una unidad de {test}</translation>
  </message>
  <message>
   <source>twice in the block, stored once</source>
   <translation>dos veces en el bloque, guardado una vez</translation>
  </message>
  <message>
   <source>no test</source>
   <translation>ninguna prueba</translation>
  </message>
  <message>
   <source>below the last row of the grid</source>
   <translation>por debajo de la última fila de la tabla</translation>
  </message>
  <message>
   <source>{test} has no unit</source>
   <translation>{test} no tiene unidad</translation>
  </message>
  <message>
   <source>flag as pasted: {flag}</source>
   <translation>indicación tal como se pegó: {flag}</translation>
  </message>
  <message>
   <source>already recorded</source>
   <translation>ya registrado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_planned.py</name>
  <message>
   <source>range as pasted: {range}</source>
   <translation>intervalo tal como se pegó: {range}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_rows.py</name>
  <message>
   <source>Not in the vocabulary: kept as entered</source>
   <translation>No está en el vocabulario: se conserva como se introdujo</translation>
  </message>
  <message>
   <source>Mineral</source>
   <translation>Minerales</translation>
  </message>
  <message>
   <source>Hormones and vitamin D</source>
   <translation>Hormonas y vitamina D</translation>
  </message>
  <message>
   <source>Kidney and phosphate handling</source>
   <translation>Riñón y manejo del fosfato</translation>
  </message>
  <message>
   <source>Salts and acid–base</source>
   <translation>Sales y equilibrio ácido-base</translation>
  </message>
  <message>
   <source>Inflammation and iron</source>
   <translation>Inflamación y hierro</translation>
  </message>
  <message>
   <source>Muscle and other enzymes</source>
   <translation>Enzimas musculares y otras</translation>
  </message>
  <message>
   <source>Blood count and glucose</source>
   <translation>Hemograma y glucosa</translation>
  </message>
  <message>
   <source>CKiD U25</source>
   <translation>CKiD U25</translation>
  </message>
  <message>
   <source>CKD-EPI 2021</source>
   <translation>CKD-EPI 2021</translation>
  </message>
  <message>
   <source>Schwartz</source>
   <translation>Schwartz</translation>
  </message>
  <message>
   <source>Kenny–Glen</source>
   <translation>Kenny–Glen</translation>
  </message>
  <message>
   <source>Safety on acetazolamide</source>
   <translation>Seguridad con acetazolamida</translation>
  </message>
  <message>
   <source>{test}, reported</source>
   <translation>{test}, informado</translation>
  </message>
  <message>
   <source>{test} ({method})</source>
   <translation>{test} ({method})</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_trend.py</name>
  <message>
   <source>{name}: {count} values in {unit}</source>
   <translation>{name}: {count} valores en {unit}</translation>
  </message>
  <message>
   <source>No values to draw for this test.</source>
   <translation>No hay valores que dibujar para esta prueba.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/labs_words.py</name>
  <message>
   <source>Calcium, total</source>
   <translation>Calcio total</translation>
  </message>
  <message>
   <source>Calcium, ionized</source>
   <translation>Calcio ionizado</translation>
  </message>
  <message>
   <source>Creatinine clearance</source>
   <translation>Aclaramiento de creatinina</translation>
  </message>
  <message>
   <source>Alkaline phosphatase</source>
   <translation>Fosfatasa alcalina</translation>
  </message>
  <message>
   <source>FGF23, intact</source>
   <translation>FGF23 intacto</translation>
  </message>
  <message>
   <source>TmP/GFR</source>
   <translation>TmP/TFG</translation>
  </message>
  <message>
   <source>Ferritin</source>
   <translation>Ferritina</translation>
  </message>
  <message>
   <source>Creatine kinase</source>
   <translation>Creatina-cinasa</translation>
  </message>
  <message>
   <source>Urate</source>
   <translation>Urato</translation>
  </message>
  <message>
   <source>Lactate dehydrogenase</source>
   <translation>Lactato-deshidrogenasa</translation>
  </message>
  <message>
   <source>Potassium</source>
   <translation>Potasio</translation>
  </message>
  <message>
   <source>Magnesium</source>
   <translation>Magnesio</translation>
  </message>
  <message>
   <source>Bicarbonate</source>
   <translation>Bicarbonato</translation>
  </message>
  <message>
   <source>Hemoglobin</source>
   <translation>Hemoglobina</translation>
  </message>
  <message>
   <source>White blood cell count</source>
   <translation>Recuento de leucocitos</translation>
  </message>
  <message>
   <source>Platelet count</source>
   <translation>Recuento de plaquetas</translation>
  </message>
  <message>
   <source>Hemoglobin A1c</source>
   <translation>Hemoglobina A1c</translation>
  </message>
  <message>
   <source>Albumin</source>
   <translation>Albúmina</translation>
  </message>
  <message>
   <source>Urea or urea nitrogen</source>
   <translation>Urea o nitrógeno ureico</translation>
  </message>
  <message>
   <source>PTH, intact</source>
   <translation>PTH intacta</translation>
  </message>
  <message>
   <source>PTH-related peptide</source>
   <translation>Péptido rel. con la PTH</translation>
  </message>
  <message>
   <source>25(OH)D</source>
   <translation>25(OH)D</translation>
  </message>
  <message>
   <source>1,25(OH)₂D</source>
   <translation>1,25(OH)₂D</translation>
  </message>
  <message>
   <source>Vitamin D, not stated which</source>
   <translation>Vitamina D, sin indicar cuál</translation>
  </message>
  <message>
   <source>FGF23, C-terminal</source>
   <translation>FGF23 C-terminal</translation>
  </message>
  <message>
   <source>TRP</source>
   <translation>RTP</translation>
  </message>
  <message>
   <source>FEPi</source>
   <translation>FEPi</translation>
  </message>
  <message>
   <source>Ca × P</source>
   <translation>Ca × P</translation>
  </message>
  <message>
   <source>Urine calcium, spot</source>
   <translation>Calcio en orina, aislada</translation>
  </message>
  <message>
   <source>Urine calcium, 24 h</source>
   <translation>Calcio en orina, 24 h</translation>
  </message>
  <message>
   <source>Urine phosphate, spot</source>
   <translation>Fosfato en orina, aislada</translation>
  </message>
  <message>
   <source>Urine phosphate, 24 h</source>
   <translation>Fosfato en orina, 24 h</translation>
  </message>
  <message>
   <source>Urine creatinine, spot</source>
   <translation>Creatinina en orina, aislada</translation>
  </message>
  <message>
   <source>Urine Ca/creatinine</source>
   <translation>Ca/creatinina en orina</translation>
  </message>
  <message>
   <source>Urine magnesium</source>
   <translation>Magnesio en orina</translation>
  </message>
  <message>
   <source>ACE</source>
   <translation>ECA</translation>
  </message>
  <message>
   <source>milligrams per deciliter</source>
   <translation>miligramos por decilitro</translation>
  </message>
  <message>
   <source>millimoles per liter</source>
   <translation>milimoles por litro</translation>
  </message>
  <message>
   <source>micromoles per liter</source>
   <translation>micromoles por litro</translation>
  </message>
  <message>
   <source>nanomoles per liter</source>
   <translation>nanomoles por litro</translation>
  </message>
  <message>
   <source>picomoles per liter</source>
   <translation>picomoles por litro</translation>
  </message>
  <message>
   <source>grams per deciliter</source>
   <translation>gramos por decilitro</translation>
  </message>
  <message>
   <source>grams per liter</source>
   <translation>gramos por litro</translation>
  </message>
  <message>
   <source>milligrams per liter</source>
   <translation>miligramos por litro</translation>
  </message>
  <message>
   <source>nanograms per liter</source>
   <translation>nanogramos por litro</translation>
  </message>
  <message>
   <source>micrograms per liter</source>
   <translation>microgramos por litro</translation>
  </message>
  <message>
   <source>nanograms per milliliter</source>
   <translation>nanogramos por mililitro</translation>
  </message>
  <message>
   <source>picograms per milliliter</source>
   <translation>picogramos por mililitro</translation>
  </message>
  <message>
   <source>units per liter</source>
   <translation>unidades por litro</translation>
  </message>
  <message>
   <source>international units per liter</source>
   <translation>unidades internacionales por litro</translation>
  </message>
  <message>
   <source>milliequivalents per liter</source>
   <translation>miliequivalentes por litro</translation>
  </message>
  <message>
   <source>relative units per milliliter</source>
   <translation>unidades relativas por mililitro</translation>
  </message>
  <message>
   <source>milliliters per minute</source>
   <translation>mililitros por minuto</translation>
  </message>
  <message>
   <source>milliliters per minute per 1.73 square meters</source>
   <translation>mililitros por minuto por 1.73 metros cuadrados</translation>
  </message>
  <message>
   <source>square milligrams per square deciliter</source>
   <translation>miligramos cuadrados por decilitro cuadrado</translation>
  </message>
  <message>
   <source>square millimoles per square liter</source>
   <translation>milimoles cuadrados por litro cuadrado</translation>
  </message>
  <message>
   <source>milligrams per day</source>
   <translation>miligramos por día</translation>
  </message>
  <message>
   <source>millimoles per day</source>
   <translation>milimoles por día</translation>
  </message>
  <message>
   <source>milligrams per milligram of creatinine</source>
   <translation>miligramos por miligramo de creatinina</translation>
  </message>
  <message>
   <source>millimoles per millimole of creatinine</source>
   <translation>milimoles por milimol de creatinina</translation>
  </message>
  <message>
   <source>millimeters per hour</source>
   <translation>milímetros por hora</translation>
  </message>
  <message>
   <source>millimoles per mole</source>
   <translation>milimoles por mol</translation>
  </message>
  <message>
   <source>percent</source>
   <translation>por ciento</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/lacking.py</name>
  <message>
   <source>Free text: no rule can read it.</source>
   <translation>Texto libre: ninguna regla puede leerlo.</translation>
  </message>
  <message>
   <source>No rule asks for it.</source>
   <translation>Ninguna regla lo pide.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/masses.py</name>
  <message>
   <source>Last size</source>
   <translation>Último tamaño</translation>
  </message>
  <message>
   <source>Growth per year (95 % CI)</source>
   <translation>Crec. por año (IC 95 %)</translation>
  </message>
  <message>
   <source>Complaints</source>
   <translation>Molestias</translation>
  </message>
  <message>
   <source>Growing</source>
   <translation>Crece</translation>
  </message>
  <message>
   <source>Shrinking</source>
   <translation>Decrece</translation>
  </message>
  <message>
   <source>Unclear</source>
   <translation>No clara</translation>
  </message>
  <message>
   <source>Too few</source>
   <translation>Pocos</translation>
  </message>
  <message>
   <source>Excised</source>
   <translation>Extirpada</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>No hallada</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Unida</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/masses_history.py</name>
  <message>
   <source>Date</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <source>mL</source>
   <translation>mL</translation>
  </message>
  <message>
   <source>infection</source>
   <translation>infección</translation>
  </message>
  <message>
   <source>nerve compression</source>
   <translation>compresión nerviosa</translation>
  </message>
  <message>
   <source>flare</source>
   <translation>brote</translation>
  </message>
  <message>
   <source>recurrence</source>
   <translation>recurrencia</translation>
  </message>
  <message>
   <source>fracture</source>
   <translation>fractura</translation>
  </message>
  <message>
   <source>joint ankylosis</source>
   <translation>anquilosis articular</translation>
  </message>
  <message>
   <source>death</source>
   <translation>fallecimiento</translation>
  </message>
  <message>
   <source>event</source>
   <translation>evento</translation>
  </message>
  <message>
   <source>region examined, no size entered</source>
   <translation>región explorada, sin tamaño introducido</translation>
  </message>
  <message>
   <source>not assessed</source>
   <translation>no valorada</translation>
  </message>
  <message>
   <source>examined: {regions}</source>
   <translation>explorado: {regions}</translation>
  </message>
  <message>
   <source>{mass} merged into it</source>
   <translation>{mass} se unió a ella</translation>
  </message>
  <message>
   <source>completeness not recorded</source>
   <translation>compleción no registrada</translation>
  </message>
  <message>
   <source>{mass} divided off</source>
   <translation>{mass} se separó</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/masses_lines.py</name>
  <message>
   <source>subcutaneous</source>
   <translation>subcutánea</translation>
  </message>
  <message>
   <source>intramuscular</source>
   <translation>intramuscular</translation>
  </message>
  <message>
   <source>periarticular</source>
   <translation>periarticular</translation>
  </message>
  <message>
   <source>intraarticular</source>
   <translation>intraarticular</translation>
  </message>
  <message>
   <source>visceral</source>
   <translation>visceral</translation>
  </message>
  <message>
   <source>in the skin</source>
   <translation>en la piel</translation>
  </message>
  <message>
   <source>{method}, {when}</source>
   <translation>{method}, {when}</translation>
  </message>
  <message numerus="yes">
   <source>has {n} values</source>
   <translation>
    <numerusform>tiene {n} valor</numerusform>
    <numerusform>tiene {n} valores</numerusform>
   </translation>
  </message>
  <message>
   <source>{rate} ({low} to {high})</source>
   <translation>{rate} ({low} a {high})</translation>
  </message>
  <message>
   <source>n = {n}, {doubling}</source>
   <translation>n = {n}, {doubling}</translation>
  </message>
  <message>
   <source>recurrence of {mass}</source>
   <translation>recurrencia de {mass}</translation>
  </message>
  <message>
   <source>divided from {mass}</source>
   <translation>dividida de {mass}</translation>
  </message>
  <message>
   <source>first measured</source>
   <translation>primera medición</translation>
  </message>
  <message>
   <source>series ended</source>
   <translation>serie terminada</translation>
  </message>
  <message>
   <source>needs {n} values</source>
   <translation>necesita {n} valores</translation>
  </message>
  <message>
   <source>not asked</source>
   <translation>no preguntado</translation>
  </message>
  <message>
   <source>no yearly rate</source>
   <translation>sin velocidad anual</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/masses_sentence.py</name>
  <message>
   <source>{mass} was seen again {duration} after excision.</source>
   <translation>{mass} se vio de nuevo {duration} después de la escisión.</translation>
  </message>
  <message>
   <source>Halving time {duration} (95 % CI {interval}), n = {n} ({methods}).</source>
   <translation>Tiempo de reducción a la mitad {duration} (IC 95 % {interval}), n = {n} ({methods}).</translation>
  </message>
  <message>
   <source>{mass} merged into {into}.</source>
   <translation>{mass} se unió a {into}.</translation>
  </message>
  <message>
   <source>{mass} was excised and not seen since.</source>
   <translation>{mass} fue extirpada y no se ha visto desde entonces.</translation>
  </message>
  <message>
   <source>{mass} was measured {duration} after incomplete excision.</source>
   <translation>{mass} se midió {duration} después de una escisión incompleta.</translation>
  </message>
  <message>
   <source>{mass} recurred {duration} after incomplete excision.</source>
   <translation>{mass} recurrió {duration} después de una escisión incompleta.</translation>
  </message>
  <message>
   <source>{mass} recurred {duration} after complete excision.</source>
   <translation>{mass} recurrió {duration} después de una escisión completa.</translation>
  </message>
  <message>
   <source>Doubling time {duration} (95 % CI {interval}), n = {n} ({methods}).</source>
   <translation>Tiempo de duplicación {duration} (IC 95 % {interval}), n = {n} ({methods}).</translation>
  </message>
  <message>
   <source>No clear change, n = {n}.</source>
   <translation>Sin cambio claro, n = {n}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/masses_words.py</name>
  <message>
   <source>scan</source>
   <translation>gamm.</translation>
  </message>
  <message>
   <source>motion full</source>
   <translation>movilidad completa</translation>
  </message>
  <message>
   <source>motion limited</source>
   <translation>movilidad limitada</translation>
  </message>
  <message>
   <source>joint fixed</source>
   <translation>articulación fija</translation>
  </message>
  <message>
   <source>halves in {duration}</source>
   <translation>se reduce a la mitad en {duration}</translation>
  </message>
  <message>
   <source>{n} years</source>
   <translation>{n} años</translation>
  </message>
  <message>
   <source>method not recorded</source>
   <translation>método no registrado</translation>
  </message>
  <message>
   <source>volume alone</source>
   <translation>solo volumen</translation>
  </message>
  <message>
   <source>residual</source>
   <translation>residuo</translation>
  </message>
  <message>
   <source>after excision</source>
   <translation>tras la escisión</translation>
  </message>
  <message>
   <source>first</source>
   <translation>primero</translation>
  </message>
  <message>
   <source>new method</source>
   <translation>método nuevo</translation>
  </message>
  <message>
   <source>new series</source>
   <translation>serie nueva</translation>
  </message>
  <message>
   <source>no clear change</source>
   <translation>sin cambio claro</translation>
  </message>
  <message>
   <source>doubles in {duration}</source>
   <translation>se duplica en {duration}</translation>
  </message>
  <message>
   <source>{n} days</source>
   <translation>{n} días</translation>
  </message>
  <message>
   <source>{n} months</source>
   <translation>{n} meses</translation>
  </message>
  <message>
   <source>1 month</source>
   <translation>1 mes</translation>
  </message>
  <message>
   <source>pain {n}/10</source>
   <translation>dolor {n}/10</translation>
  </message>
  <message>
   <source>ulcer</source>
   <translation>úlcera</translation>
  </message>
  <message>
   <source>no ulcer</source>
   <translation>sin úlcera</translation>
  </message>
  <message>
   <source>drains</source>
   <translation>drena</translation>
  </message>
  <message>
   <source>no drainage</source>
   <translation>sin drenaje</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/settings_ranges.py</name>
  <message>
   <source>From, y</source>
   <translation>Desde, a</translation>
  </message>
  <message>
   <source>Before, y</source>
   <translation>Antes de, a</translation>
  </message>
  <message>
   <source>Two rows hold for the same people. Let one end where the other begins.</source>
   <translation>Dos filas valen para las mismas personas. Haga que una termine donde empieza la otra.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Not right yet</source>
   <translation>Aún no es correcto</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>En vigor</translation>
  </message>
  <message>
   <source>Right, waiting</source>
   <translation>Correcto, en espera</translation>
  </message>
  <message>
   <source>{title}: empty</source>
   <translation>{title}: vacío</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/treatment.py</name>
  <message>
   <source>{substance} ({details})</source>
   <translation>{substance} ({details})</translation>
  </message>
  <message>
   <source>Contraindication:</source>
   <translation>Contraindicación:</translation>
  </message>
  <message>
   <source>Caution:</source>
   <translation>Precaución:</translation>
  </message>
  <message>
   <source>Note:</source>
   <translation>Nota:</translation>
  </message>
  <message>
   <source>planned from {when}</source>
   <translation>planificado desde {when}</translation>
  </message>
  <message>
   <source>since {when}</source>
   <translation>desde {when}</translation>
  </message>
  <message>
   <source>{text} ({reason})</source>
   <translation>{text} ({reason})</translation>
  </message>
  <message>
   <source>{what}, {every}; overdue since {day}</source>
   <translation>{what}, {every}; vencido desde {day}</translation>
  </message>
  <message>
   <source>{what}, {every}; never recorded</source>
   <translation>{what}, {every}; nunca registrado</translation>
  </message>
  <message>
   <source>{what}, {every}; due {day}</source>
   <translation>{what}, {every}; previsto {day}</translation>
  </message>
  <message>
   <source>{what}, {every}</source>
   <translation>{what}, {every}</translation>
  </message>
  <message>
   <source>{substance} {reaction}</source>
   <translation>{substance} {reaction}</translation>
  </message>
  <message>
   <source>Monitor:</source>
   <translation>Vigilar:</translation>
  </message>
  <message>
   <source>Allergies: {told}</source>
   <translation>Alergias: {told}</translation>
  </message>
  <message>
   <source>Allergies asked for, not known</source>
   <translation>Se preguntó por alergias, no se saben</translation>
  </message>
  <message>
   <source>Response not recorded</source>
   <translation>Respuesta no registrada</translation>
  </message>
  <message>
   <source>until {when}</source>
   <translation>hasta {when}</translation>
  </message>
  <message>
   <source>Change dose…</source>
   <translation>Cambiar dosis…</translation>
  </message>
  <message>
   <source>Stop today</source>
   <translation>Suspender hoy</translation>
  </message>
  <message>
   <source>Response:</source>
   <translation>Respuesta:</translation>
  </message>
  <message>
   <source>Set aside:</source>
   <translation>Apartado:</translation>
  </message>
  <message>
   <source>Contraindication</source>
   <translation>Contraindicación</translation>
  </message>
  <message>
   <source>Allergy recorded:</source>
   <translation>Alergia registrada:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/treatment_dose.py</name>
  <message>
   <source>New dose: {drug}</source>
   <translation>Dosis nueva: {drug}</translation>
  </message>
  <message>
   <source>this is before the drug was started</source>
   <translation>esto es anterior al inicio del fármaco</translation>
  </message>
  <message>
   <source>from when is the new dose taken?</source>
   <translation>¿desde cuándo se toma la dosis nueva?</translation>
  </message>
  <message>
   <source>the dose is the same</source>
   <translation>la dosis es la misma</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/models/worklist.py</name>
  <message>
   <source>Urgency</source>
   <translation>Urgencia</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Por qué</translation>
  </message>
  <message>
   <source>When, who</source>
   <translation>Cuándo, quién</translation>
  </message>
  <message>
   <source>diagnosis open</source>
   <translation>diagnóstico abierto</translation>
  </message>
  <message>
   <source>Given to {name}</source>
   <translation>Asignado a {name}</translation>
  </message>
  <message>
   <source>Note: {text}</source>
   <translation>Nota: {text}</translation>
  </message>
  <message>
   <source>Show {n} more</source>
   <translation>Mostrar {n} más</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/navigation.py</name>
  <message>
   <source>Add</source>
   <translation>Añadir</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Ayuda</translation>
  </message>
  <message>
   <source>Open patient {patient_id}</source>
   <translation>Abrir paciente {patient_id}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/pages.py</name>
  <message>
   <source>&amp;Overview</source>
   <translation>&amp;Resumen</translation>
  </message>
  <message>
   <source>&amp;Labs</source>
   <translation>&amp;Laboratorio</translation>
  </message>
  <message>
   <source>&amp;Masses</source>
   <translation>&amp;Masas</translation>
  </message>
  <message>
   <source>&amp;Treatment</source>
   <translation>Tratamie&amp;nto</translation>
  </message>
  <message>
   <source>Genetics and &amp;family</source>
   <translation>Genética y &amp;familia</translation>
  </message>
  <message>
   <source>&amp;Guidance</source>
   <translation>&amp;Guía</translation>
  </message>
  <message>
   <source>&amp;Documents</source>
   <translation>&amp;Documentos</translation>
  </message>
  <message>
   <source>&amp;History</source>
   <translation>&amp;Historial</translation>
  </message>
  <message>
   <source>All &amp;records</source>
   <translation>Todas las &amp;entradas</translation>
  </message>
  <message>
   <source>&amp;Worklist</source>
   <translation>&amp;Trabajo</translation>
  </message>
  <message>
   <source>&amp;Patients</source>
   <translation>&amp;Pacientes</translation>
  </message>
  <message>
   <source>&amp;Cohort</source>
   <translation>&amp;Cohorte</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>&amp;Importar</translation>
  </message>
  <message>
   <source>E&amp;xport</source>
   <translation>E&amp;xportar</translation>
  </message>
  <message>
   <source>Secur&amp;ity</source>
   <translation>Segur&amp;idad</translation>
  </message>
  <message>
   <source>&amp;Settings</source>
   <translation>A&amp;justes</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/panes.py</name>
  <message>
   <source>No problems on this page</source>
   <translation>No hay problemas en esta página</translation>
  </message>
  <message>
   <source>No chart on this page</source>
   <translation>No hay gráfico en esta página</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/patient_commands.py</name>
  <message>
   <source>Remove {kind}: {entry}</source>
   <translation>Eliminar {kind}: {entry}</translation>
  </message>
  <message>
   <source>Remove {patient_id} with all records of this patient?

Ctrl+Z brings them back until the program is closed.</source>
   <translation>¿Eliminar {patient_id} con todas las entradas de este paciente?

Ctrl+Z las recupera hasta que se cierre el programa.</translation>
  </message>
  <message>
   <source>Remove {patient_id}</source>
   <translation>Eliminar {patient_id}</translation>
  </message>
  <message>
   <source>Calcinosis Registry {version}

Guidance supports clinical judgment and does not replace it. It is not certified as a medical device.</source>
   <translation>Calcinosis Registry {version}

La guía apoya el juicio clínico y no lo sustituye. No está certificada como producto sanitario.</translation>
  </message>
  <message>
   <source>Remove patient {patient_id}</source>
   <translation>Eliminar paciente {patient_id}</translation>
  </message>
  <message>
   <source>Erased</source>
   <translation>Borrada</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Acerca de</translation>
  </message>
  <message>
   <source>Remove patient</source>
   <translation>Eliminar paciente</translation>
  </message>
  <message>
   <source>The person was erased. What remains:</source>
   <translation>La persona fue borrada. Lo que queda:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/plot.py</name>
  <message>
   <source>Show as table</source>
   <translation>Mostrar como tabla</translation>
  </message>
  <message>
   <source>Copy as image</source>
   <translation>Copiar como imagen</translation>
  </message>
  <message>
   <source>Show all years</source>
   <translation>Mostrar todos los años</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/plot_lanes.py</name>
  <message>
   <source>and {n} more: see the Treatment page</source>
   <translation>y {n} más: vea la página Tratamiento</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/printing.py</name>
  <message>
   <source>This computer knows no printer.</source>
   <translation>Este equipo no tiene ninguna impresora.</translation>
  </message>
  <message>
   <source>The printer does not take the document.</source>
   <translation>La impresora no acepta el documento.</translation>
  </message>
  <message>
   <source>Nothing was printed.</source>
   <translation>No se imprimió nada.</translation>
  </message>
  <message>
   <source>Save the document as PDF, or set up a printer in the system.</source>
   <translation>Guarde el documento como PDF o configure una impresora en el sistema.</translation>
  </message>
  <message>
   <source>Look at the printer, or save the document as PDF.</source>
   <translation>Revise la impresora o guarde el documento como PDF.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/registry_commands.py</name>
  <message>
   <source>These copies can still be read by anybody; delete them:</source>
   <translation>Estas copias todavía las puede leer cualquiera; bórrelas:</translation>
  </message>
  <message>
   <source>New registry</source>
   <translation>Nuevo registro</translation>
  </message>
  <message>
   <source>Making the keys</source>
   <translation>Creando las claves</translation>
  </message>
  <message>
   <source>Open registry</source>
   <translation>Abrir registro</translation>
  </message>
  <message>
   <source>Encrypting the registry…</source>
   <translation>Cifrando el registro…</translation>
  </message>
  <message>
   <source>Encrypting</source>
   <translation>Cifrando</translation>
  </message>
  <message>
   <source>The program made a mistake. Nothing was made.</source>
   <translation>El programa cometió un error. No se creó nada.</translation>
  </message>
  <message>
   <source>This registry is encrypted already.</source>
   <translation>Este registro ya está cifrado.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/session.py</name>
  <message>
   <source>Sign out</source>
   <translation>Cerrar sesión</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/settings.py</name>
  <message>
   <source>Colors of the window</source>
   <translation>Colores de la ventana</translation>
  </message>
  <message>
   <source>Units of shown values</source>
   <translation>Unidades de los valores mostrados</translation>
  </message>
  <message>
   <source>Size of all text in percent</source>
   <translation>Tamaño de todo el texto en porcentaje</translation>
  </message>
  <message>
   <source>Path of the registry opened last</source>
   <translation>Ruta del último registro abierto</translation>
  </message>
  <message>
   <source>Name written beside each change</source>
   <translation>Nombre que se escribe junto a cada cambio</translation>
  </message>
  <message>
   <source>Paper that documents begin with</source>
   <translation>Papel con el que empiezan los documentos</translation>
  </message>
  <message>
   <source>Language of the program</source>
   <translation>Idioma del programa</translation>
  </message>
  <message>
   <source>Minutes without use after which an encrypted registry is locked</source>
   <translation>Minutos sin uso tras los que se bloquea un registro cifrado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/sources.py</name>
  <message>
   <source>source text</source>
   <translation>texto de origen</translation>
  </message>
  <message>
   <source>later literature</source>
   <translation>bibliografía posterior</translation>
  </message>
  <message>
   <source>rule of this clinic</source>
   <translation>regla de este centro</translation>
  </message>
  <message>
   <source>not from the source</source>
   <translation>no procede de la fuente</translation>
  </message>
  <message>
   <source>{text} Later: {remark}</source>
   <translation>{text} Posterior: {remark}</translation>
  </message>
  <message>
   <source>{name} ({kind}): {text}</source>
   <translation>{name} ({kind}): {text}</translation>
  </message>
  <message>
   <source>{text} Superseded: {remark}</source>
   <translation>{text} Superado: {remark}</translation>
  </message>
  <message>
   <source>Local</source>
   <translation>Local</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/telling.py</name>
  <message>
   <source>Undone: {what}</source>
   <translation>Deshecho: {what}</translation>
  </message>
  <message>
   <source>Done again: {what}</source>
   <translation>Hecho de nuevo: {what}</translation>
  </message>
  <message>
   <source>Guidance {edition}</source>
   <translation>Guía {edition}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/unfinished.py</name>
  <message>
   <source>Letter</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>Decision on guidance</source>
   <translation>Decisión sobre la guía</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/alerts.py</name>
  <message>
   <source>All alerts</source>
   <translation>Todas las alertas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/audit.py</name>
  <message numerus="yes">
   <source>{n} entries, newest first</source>
   <translation>
    <numerusform>{n} entrada, la más nueva primero</numerusform>
    <numerusform>{n} entradas, las más nuevas primero</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} entries are in {file}</source>
   <translation>
    <numerusform>{n} entrada está en {file}</numerusform>
    <numerusform>{n} entradas están en {file}</numerusform>
   </translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
  <message>
   <source>Verify now</source>
   <translation>Comprobar ahora</translation>
  </message>
  <message>
   <source>Entries of the audit, newest first</source>
   <translation>Entradas de la auditoría, las más nuevas primero</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Auditoría</translation>
  </message>
  <message>
   <source>Head {head}</source>
   <translation>Cabeza {head}</translation>
  </message>
  <message>
   <source>It stands on every printed page and in every backup.</source>
   <translation>Está en cada página impresa y en cada copia.</translation>
  </message>
  <message>
   <source>The newest {n} entries; older ones follow</source>
   <translation>Las {n} entradas más nuevas; siguen otras</translation>
  </message>
  <message>
   <source>Exporting the audit</source>
   <translation>Exportando la auditoría</translation>
  </message>
  <message>
   <source>Verifying</source>
   <translation>Comprobando</translation>
  </message>
  <message numerus="yes">
   <source>{n} checks were made: all is sound.</source>
   <translation>
    <numerusform>Se hizo {n} comprobación: todo está bien.</numerusform>
    <numerusform>Se hicieron {n} comprobaciones: todo está bien.</numerusform>
   </translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Leyendo…</translation>
  </message>
  <message>
   <source>No entry fits.</source>
   <translation>Ninguna entrada coincide.</translation>
  </message>
  <message>
   <source>Verify the registry</source>
   <translation>Comprobar el registro</translation>
  </message>
  <message>
   <source>Not checked: {checks}.</source>
   <translation>Sin comprobar: {checks}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/backups.py</name>
  <message>
   <source>Made</source>
   <translation>Hecha</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Verified</source>
   <translation>Comprobada</translation>
  </message>
  <message>
   <source>Registry now</source>
   <translation>Registro ahora</translation>
  </message>
  <message>
   <source>Each backup is copied there as well. Another disk or a drive of the clinic is good: a backup beside the registry is lost with it.</source>
   <translation>Cada copia se guarda también allí. Otro disco o una unidad del centro es buena idea: una copia junto al registro se pierde con él.</translation>
  </message>
  <message>
   <source>There is no backup yet.</source>
   <translation>Todavía no hay ninguna copia.</translation>
  </message>
  <message>
   <source>Restore into a new file…</source>
   <translation>Restaurar en un archivo nuevo…</translation>
  </message>
  <message>
   <source>Try a restore</source>
   <translation>Probar una restauración</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
  <message>
   <source>Choose a second place for backups</source>
   <translation>Elegir un segundo lugar para las copias</translation>
  </message>
  <message>
   <source>Keep no second copy of backups</source>
   <translation>No guardar una segunda copia</translation>
  </message>
  <message>
   <source>Backups, newest first</source>
   <translation>Copias, las más nuevas primero</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Copias</translation>
  </message>
  <message>
   <source>A second place</source>
   <translation>Un segundo lugar</translation>
  </message>
  <message>
   <source>A second place for backups</source>
   <translation>Un segundo lugar para las copias</translation>
  </message>
  <message>
   <source>Restoring</source>
   <translation>Restaurando</translation>
  </message>
  <message>
   <source>Restored into {file}</source>
   <translation>Restaurado en {file}</translation>
  </message>
  <message>
   <source>Trying a restore</source>
   <translation>Probando una restauración</translation>
  </message>
  <message numerus="yes">
   <source>{file} was restored for trial and checked: {n} rows came back.</source>
   <translation>
    <numerusform>{file} se restauró de prueba y se comprobó: volvió {n} fila.</numerusform>
    <numerusform>{file} se restauró de prueba y se comprobó: volvieron {n} filas.</numerusform>
   </translation>
  </message>
  <message>
   <source>No second place is set.</source>
   <translation>No hay un segundo lugar.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/backups_dialog.py</name>
  <message>
   <source>Backups of {registry}</source>
   <translation>Copias de {registry}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/cohort.py</name>
  <message>
   <source>Treatments ever used</source>
   <translation>Tratamientos usados alguna vez</translation>
  </message>
  <message>
   <source>Key data recorded</source>
   <translation>Datos clave registrados</translation>
  </message>
  <message>
   <source>Standing of the diagnosis</source>
   <translation>Situación del diagnóstico</translation>
  </message>
  <message>
   <source>Confirmed diagnosis</source>
   <translation>Diagnóstico confirmado</translation>
  </message>
  <message>
   <source>Phosphate above range</source>
   <translation>Fosfato por encima del intervalo</translation>
  </message>
  <message>
   <source>With a growing mass</source>
   <translation>Con una masa en crecimiento</translation>
  </message>
  <message>
   <source>Treatment running</source>
   <translation>Tratamiento en curso</translation>
  </message>
  <message>
   <source>Lacking key data</source>
   <translation>Faltan datos clave</translation>
  </message>
  <message numerus="yes">
   <source>{n} patients as of {day}, counted {time}</source>
   <translation>
    <numerusform>{n} paciente a fecha de {day}, recuento de las {time}</numerusform>
    <numerusform>{n} pacientes a fecha de {day}, recuento de las {time}</numerusform>
   </translation>
  </message>
  <message>
   <source>Stopped at {done} of {total} patients. What is shown is from before.</source>
   <translation>Detenido en {done} de {total} pacientes. Lo que se muestra es anterior.</translation>
  </message>
  <message>
   <source>The patients could not be counted.</source>
   <translation>No se pudo contar a los pacientes.</translation>
  </message>
  <message>
   <source>{figure}: {bar}</source>
   <translation>{figure}: {bar}</translation>
  </message>
  <message>
   <source>Copied “{figure}”: counts alone, no names.</source>
   <translation>Copiado «{figure}»: solo recuentos, sin nombres.</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabla</translation>
  </message>
  <message>
   <source>Show as table, and back: Ctrl+T</source>
   <translation>Mostrar como tabla y volver: Ctrl+T</translation>
  </message>
  <message>
   <source>Stopped at {done} of {total} patients. Nothing is shown: a part would mislead.</source>
   <translation>Detenido en {done} de {total} pacientes. No se muestra nada: una parte induciría a error.</translation>
  </message>
  <message>
   <source>Without {item}</source>
   <translation>Sin {item}</translation>
  </message>
  <message>
   <source>Counting patients…</source>
   <translation>Contando pacientes…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copiar</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/cohort_feed.py</name>
  <message>
   <source>Count patients</source>
   <translation>Contar pacientes</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/documents.py</name>
  <message>
   <source>The pages could not be made: {reason} Plain text can be printed.</source>
   <translation>No se pudieron crear las páginas: {reason} Se puede imprimir texto simple.</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Documentos</translation>
  </message>
  <message>
   <source>For many patients…</source>
   <translation>Para muchos pacientes…</translation>
  </message>
  <message>
   <source>Save PDF…</source>
   <translation>Guardar PDF…</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Imprimir…</translation>
  </message>
  <message>
   <source>The document as plain text</source>
   <translation>El documento como texto simple</translation>
  </message>
  <message>
   <source>The guidance could not be applied, so no document can be made.</source>
   <translation>No se pudo aplicar la guía, por lo que no se puede crear ningún documento.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/documents_batch.py</name>
  <message numerus="yes">
   <source>All: {n} patients</source>
   <translation>
    <numerusform>Todos: {n} paciente</numerusform>
    <numerusform>Todos: {n} pacientes</numerusform>
   </translation>
  </message>
  <message>
   <source>{kind}: one PDF file for each patient. A file name holds the registry ID only.</source>
   <translation>{kind}: un archivo PDF por paciente. El nombre del archivo contiene solo el ID de registro.</translation>
  </message>
  <message>
   <source>The registry report counts all patients and names none.</source>
   <translation>El informe del registro cuenta a todos los pacientes y no nombra a ninguno.</translation>
  </message>
  <message numerus="yes">
   <source>Stopped. {n} patients were done; their files stay.</source>
   <translation>
    <numerusform>Detenido. Se hizo {n} paciente; su archivo se conserva.</numerusform>
    <numerusform>Detenido. Se hicieron {n} pacientes; sus archivos se conservan.</numerusform>
   </translation>
  </message>
  <message>
   <source>No diagnosis held</source>
   <translation>Sin diagnóstico asignado</translation>
  </message>
  <message>
   <source>Documents for many patients</source>
   <translation>Documentos para muchos pacientes</translation>
  </message>
  <message>
   <source>Which patients</source>
   <translation>Qué pacientes</translation>
  </message>
  <message>
   <source>Choose folder and start…</source>
   <translation>Elegir carpeta y empezar…</translation>
  </message>
  <message>
   <source>Registry report…</source>
   <translation>Informe del registro…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progreso</translation>
  </message>
  <message>
   <source>Patients without a document, and why</source>
   <translation>Pacientes sin documento y motivo</translation>
  </message>
  <message>
   <source>Folder for the documents</source>
   <translation>Carpeta para los documentos</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} de {total}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/erase_form.py</name>
  <message>
   <source>All records, drafts and earlier states of this person are deleted, and the key to what the history kept of them is destroyed. Ctrl+Z does not bring them back.</source>
   <translation>Se borran todas las entradas, los borradores y los estados anteriores de esta persona, y se destruye la clave de lo que el historial guardaba de ella. Ctrl+Z no los recupera.</translation>
  </message>
  <message>
   <source>What remains: that and when something was done, without its content; backups made before today, until they are thinned or deleted; exports and documents that were handed out; lists of pseudonyms that the clinic keeps.</source>
   <translation>Lo que queda: que algo se hizo y cuándo, sin su contenido; las copias hechas antes de hoy, hasta que se reduzcan o se borren; las exportaciones y los documentos entregados; las listas de seudónimos que guarde el centro.</translation>
  </message>
  <message>
   <source>Type {patient_id} to confirm</source>
   <translation>Escriba {patient_id} para confirmar</translation>
  </message>
  <message>
   <source>Erase this person</source>
   <translation>Borrar a esta persona</translation>
  </message>
  <message>
   <source>Registry ID of the person, to confirm</source>
   <translation>ID de registro de la persona, para confirmar</translation>
  </message>
  <message>
   <source>Erase for good</source>
   <translation>Borrar para siempre</translation>
  </message>
  <message>
   <source>The reason is kept in the audit. Name nobody in it.</source>
   <translation>El motivo se guarda en la auditoría. No nombre a nadie en él.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/export_done.py</name>
  <message>
   <source>Exported: {balance}</source>
   <translation>Exportado: {balance}</translation>
  </message>
  <message>
   <source>What was written</source>
   <translation>Qué se escribió</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>Abrir la carpeta</translation>
  </message>
  <message>
   <source>{path}. Its manifest: {manifest}</source>
   <translation>{path}. Su manifiesto: {manifest}</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Número</translation>
  </message>
  <message>
   <source>No place in this format: {what}</source>
   <translation>Sin sitio en este formato: {what}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/export_form.py</name>
  <message>
   <source>Optional: the dictionary of your own project, whose names and codes are used.</source>
   <translation>Opcional: el diccionario de su propio proyecto, cuyos nombres y códigos se usan.</translation>
  </message>
  <message>
   <source>Only patients whose consent covers it leave; the others are counted.</source>
   <translation>Solo salen los pacientes cuyo consentimiento la cubre; los demás se cuentan.</translation>
  </message>
  <message>
   <source>A person or place. It stands in the manifest and in the audit.</source>
   <translation>Una persona o un lugar. Consta en el manifiesto y en la auditoría.</translation>
  </message>
  <message>
   <source>Left out unless ticked. Names and dates that are recognized are removed.</source>
   <translation>Queda fuera si no se marca. Los nombres y fechas que se reconocen se quitan.</translation>
  </message>
  <message>
   <source>Optional: which pseudonym is whose. It stays in the clinic, not in the export.</source>
   <translation>Opcional: qué seudónimo es de quién. Se queda en la clínica, no en la exportación.</translation>
  </message>
  <message>
   <source>Where it is written</source>
   <translation>Dónde se escribe</translation>
  </message>
  <message>
   <source>REDCap data dictionary</source>
   <translation>Diccionario de datos de REDCap</translation>
  </message>
  <message>
   <source>How people leave</source>
   <translation>Cómo salen las personas</translation>
  </message>
  <message>
   <source>Keep free text</source>
   <translation>Conservar el texto libre</translation>
  </message>
  <message>
   <source>List of pseudonyms</source>
   <translation>Lista de seudónimos</translation>
  </message>
  <message>
   <source>What leaves</source>
   <translation>Qué sale</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Formato</translation>
  </message>
  <message>
   <source>Whose data</source>
   <translation>Datos de quién</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>Para quién</translation>
  </message>
  <message>
   <source>Recipient</source>
   <translation>Destinatario</translation>
  </message>
  <message>
   <source>Free text</source>
   <translation>Texto libre</translation>
  </message>
  <message numerus="yes">
   <source>The list as it is filtered: {n} patients</source>
   <translation>
    <numerusform>La lista tal como está filtrada: {n} paciente</numerusform>
    <numerusform>La lista tal como está filtrada: {n} pacientes</numerusform>
   </translation>
  </message>
  <message>
   <source>Folder for the export</source>
   <translation>Carpeta para la exportación</translation>
  </message>
  <message>
   <source>A folder that is empty or does not exist yet.</source>
   <translation>Una carpeta vacía o que aún no existe.</translation>
  </message>
  <message>
   <source>A file; its manifest is written beside it.</source>
   <translation>Un archivo; su manifiesto se escribe al lado.</translation>
  </message>
  <message>
   <source>Pseudonyms instead of names, ages instead of dates. It stays personal data: pseudonymized, never anonymous.</source>
   <translation>Seudónimos en lugar de nombres, edades en lugar de fechas. Siguen siendo datos personales: seudonimizados, nunca anónimos.</translation>
  </message>
  <message>
   <source>Names, dates and everything else leave. Keep it as safe as the registry.</source>
   <translation>Salen nombres, fechas y todo lo demás. Guárdelo tan seguro como el registro.</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>De-identified</source>
   <translation>Desidentificados</translation>
  </message>
  <message>
   <source>As they are, with names</source>
   <translation>Como están, con nombres</translation>
  </message>
  <message>
   <source>The open patient: {id}</source>
   <translation>El paciente abierto: {id}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/export_page.py</name>
  <message>
   <source>What and for whom</source>
   <translation>Qué y para quién</translation>
  </message>
  <message>
   <source>Release report</source>
   <translation>Informe de cesión</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>Escrito</translation>
  </message>
  <message>
   <source>Stopped; nothing was written.</source>
   <translation>Detenido; no se escribió nada.</translation>
  </message>
  <message>
   <source>Nothing is written until you accept the report.</source>
   <translation>No se escribe nada hasta que acepte el informe.</translation>
  </message>
  <message>
   <source>Nothing is written yet.</source>
   <translation>Aún no se escribe nada.</translation>
  </message>
  <message>
   <source>Preparing the export</source>
   <translation>Preparando la exportación</translation>
  </message>
  <message>
   <source>Write the export</source>
   <translation>Escribir la exportación</translation>
  </message>
  <message>
   <source>Export again</source>
   <translation>Exportar otra vez</translation>
  </message>
  <message>
   <source>Writing the export</source>
   <translation>Escribiendo la exportación</translation>
  </message>
  <message>
   <source>Show the report, write nothing</source>
   <translation>Mostrar el informe, no escribir nada</translation>
  </message>
  <message>
   <source>Show who leaves, write nothing</source>
   <translation>Mostrar quién sale, no escribir nada</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/export_release.py</name>
  <message>
   <source>{folder} holds tables already. Tables of the same name are replaced.</source>
   <translation>{folder} ya contiene tablas. Las tablas del mismo nombre se sustituyen.</translation>
  </message>
  <message>
   <source>I have read this, and the tables may be replaced.</source>
   <translation>He leído esto, y las tablas se pueden reemplazar.</translation>
  </message>
  <message>
   <source>How far people can be told apart</source>
   <translation>Hasta qué punto se distingue a las personas</translation>
  </message>
  <message>
   <source>Who leaves</source>
   <translation>Quién sale</translation>
  </message>
  <message>
   <source>What was left out or generalized</source>
   <translation>Qué se omitió o se generalizó</translation>
  </message>
  <message>
   <source>Names, dates and everything else leave. Nothing is hidden.</source>
   <translation>Salen nombres, fechas y todo lo demás. No se oculta nada.</translation>
  </message>
  <message>
   <source>I have read this, and these data may go to {recipient}.</source>
   <translation>He leído esto, y estos datos pueden ir a {recipient}.</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Cuál</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/genetics.py</name>
  <message>
   <source>Leading: {disorders}.</source>
   <translation>En cabeza: {disorders}.</translation>
  </message>
  <message>
   <source>No disorder leads, so no gene is proposed.</source>
   <translation>Ningún trastorno encabeza la lista, por lo que no se propone ningún gen.</translation>
  </message>
  <message>
   <source>Leading: {disorders}. No gene test is open in the guidance.</source>
   <translation>En cabeza: {disorders}. Ninguna prueba genética está pendiente según la guía.</translation>
  </message>
  <message>
   <source>Add a genetic variant</source>
   <translation>Añadir una variante genética</translation>
  </message>
  <message>
   <source>Hints about the variants</source>
   <translation>Indicaciones sobre las variantes</translation>
  </message>
  <message>
   <source>Gene tests, family</source>
   <translation>Pruebas genéticas, familia</translation>
  </message>
  <message>
   <source>Gene tests</source>
   <translation>Pruebas genéticas</translation>
  </message>
  <message>
   <source>Advice about the family</source>
   <translation>Consejo sobre la familia</translation>
  </message>
  <message>
   <source>No variant recorded. A test without a finding goes here as well, as a benign variant or a note.</source>
   <translation>Ninguna variante registrada. Una prueba sin hallazgo también va aquí, como variante benigna o nota.</translation>
  </message>
  <message>
   <source>{n} recorded</source>
   <translation>{n} registradas</translation>
  </message>
  <message>
   <source>The guidance failed: gene tests are missing here.</source>
   <translation>Falló la guía: aquí faltan las pruebas genéticas.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/genetics_family.py</name>
  <message>
   <source>Square male, circle female, diamond otherwise. Filled: affected. Dot: carrier. ?: not known. Slash: deceased. Arrow: this patient. Double line: related parents.</source>
   <translation>Cuadrado: varón; círculo: mujer; rombo: otro. Relleno: con la enfermedad. Punto: portador. ?: desconocido. Barra: fallecido. Flecha: este paciente. Línea doble: padres emparentados.</translation>
  </message>
  <message>
   <source>Add relative</source>
   <translation>Añadir familiar</translation>
  </message>
  <message>
   <source>Links between patients</source>
   <translation>Vínculos entre pacientes</translation>
  </message>
  <message>
   <source>Reading families</source>
   <translation>Leyendo familias</translation>
  </message>
  <message>
   <source>Link family: {patient}</source>
   <translation>Vincular familia: {patient}</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>Open patient</source>
   <translation>Abrir paciente</translation>
  </message>
  <message>
   <source>No relative recorded: it is not known whether anybody is affected.</source>
   <translation>Ningún familiar registrado: se desconoce si alguien tiene la enfermedad.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance.py</name>
  <message>
   <source>Applying the guidance…</source>
   <translation>Aplicando la guía…</translation>
  </message>
  <message>
   <source>The guidance could not be applied to this patient.</source>
   <translation>No se pudo aplicar la guía a este paciente.</translation>
  </message>
  <message>
   <source>Fit is not a probability. Ancestry is recorded but is not a criterion.</source>
   <translation>La concordancia no es una probabilidad. La ascendencia se registra, pero no es un criterio.</translation>
  </message>
  <message>
   <source>Differential</source>
   <translation>Diferencial</translation>
  </message>
  <message>
   <source>by fit of criteria</source>
   <translation>por concordancia de criterios</translation>
  </message>
  <message>
   <source>The record is safe. Alerts and advice are missing here: decide without.</source>
   <translation>El registro clínico está a salvo. Aquí faltan alertas y consejos: decida sin ellos.</translation>
  </message>
  <message numerus="yes">
   <source>{n} parts of the guidance could not be worked out: their advice is missing here.</source>
   <translation>
    <numerusform>No se pudo elaborar {n} parte de la guía: aquí falta su consejo.</numerusform>
    <numerusform>No se pudieron elaborar {n} partes de la guía: aquí falta su consejo.</numerusform>
   </translation>
  </message>
  <message>
   <source>Guidance changed from {then} to {now}. {summary}</source>
   <translation>La guía cambió de {then} a {now}. {summary}</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Qué cambió</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance_changes.py</name>
  <message>
   <source>by the data</source>
   <translation>por los datos</translation>
  </message>
  <message>
   <source>by the rules</source>
   <translation>por las reglas</translation>
  </message>
  <message>
   <source>by data and rules</source>
   <translation>por datos y reglas</translation>
  </message>
  <message>
   <source>Standing</source>
   <translation>Situación</translation>
  </message>
  <message>
   <source>Alert</source>
   <translation>Alerta</translation>
  </message>
  <message numerus="yes">
   <source>{n} more records</source>
   <translation>
    <numerusform>{n} entrada más</numerusform>
    <numerusform>{n} entradas más</numerusform>
   </translation>
  </message>
  <message>
   <source>{before}, now {after}</source>
   <translation>{before}, ahora {after}</translation>
  </message>
  <message>
   <source>worded anew</source>
   <translation>redactado de nuevo</translation>
  </message>
  <message>
   <source>new</source>
   <translation>nuevo</translation>
  </message>
  <message>
   <source>no longer told</source>
   <translation>ya no se indica</translation>
  </message>
  <message>
   <source>Since the last visit</source>
   <translation>Desde la última visita</translation>
  </message>
  <message>
   <source>What changed since the stored assessment</source>
   <translation>Qué cambió desde la evaluación guardada</translation>
  </message>
  <message>
   <source>Store this assessment</source>
   <translation>Guardar esta evaluación</translation>
  </message>
  <message>
   <source>Guidance {edition}.</source>
   <translation>Guía {edition}.</translation>
  </message>
  <message>
   <source>Stored {day} with edition {then} by {who}.</source>
   <translation>Guardada el {day} con la edición {then} por {who}.</translation>
  </message>
  <message>
   <source>Nothing changed since.</source>
   <translation>Nada cambió desde entonces.</translation>
  </message>
  <message numerus="yes">
   <source>{n} changes by the rules.</source>
   <translation>
    <numerusform>{n} cambio por las reglas.</numerusform>
    <numerusform>{n} cambios por las reglas.</numerusform>
   </translation>
  </message>
  <message>
   <source>not listed</source>
   <translation>no figura</translation>
  </message>
  <message>
   <source>No assessment was stored yet.</source>
   <translation>Aún no se ha guardado ninguna evaluación.</translation>
  </message>
  <message numerus="yes">
   <source>{n} changes by the data.</source>
   <translation>
    <numerusform>{n} cambio por los datos.</numerusform>
    <numerusform>{n} cambios por los datos.</numerusform>
   </translation>
  </message>
  <message>
   <source>somebody</source>
   <translation>alguien</translation>
  </message>
  <message>
   <source>{kind}:</source>
   <translation>{kind}:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance_criteria.py</name>
  <message>
   <source>What this rests on</source>
   <translation>En qué se basa</translation>
  </message>
  <message>
   <source>{standing}: {counts}</source>
   <translation>{standing}: {counts}</translation>
  </message>
  <message>
   <source>Superseded.</source>
   <translation>Superado.</translation>
  </message>
  <message>
   <source>Later:</source>
   <translation>Posterior:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance_decision.py</name>
  <message>
   <source>For example: every 3 months, yearly, P6W, never.</source>
   <translation>Por ejemplo: cada 3 meses, anual, P6W, nunca.</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>Con qué frecuencia</translation>
  </message>
  <message>
   <source>Cancel   Esc</source>
   <translation>Cancelar   Esc</translation>
  </message>
  <message>
   <source>{action}   Ctrl+Enter</source>
   <translation>{action}   Ctrl+Enter</translation>
  </message>
  <message>
   <source>Required. It is shown to everyone.</source>
   <translation>Obligatorio. Se muestra a todos.</translation>
  </message>
  <message>
   <source>This interval cannot be read. Try: every 3 months.</source>
   <translation>No se puede leer este intervalo. Pruebe: cada 3 meses.</translation>
  </message>
  <message>
   <source>A reason is needed.</source>
   <translation>Se necesita un motivo.</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>Se necesita un nombre.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance_deeds.py</name>
  <message>
   <source>Bring guidance back</source>
   <translation>Restablecer la guía</translation>
  </message>
  <message>
   <source>Which one</source>
   <translation>Cuál</translation>
  </message>
  <message>
   <source>It stays in force and in sight: only the call to act on it rests.</source>
   <translation>Sigue vigente y a la vista: solo descansa la llamada a actuar.</translation>
  </message>
  <message>
   <source>Set guidance aside</source>
   <translation>Apartar guía</translation>
  </message>
  <message>
   <source>Change interval</source>
   <translation>Cambiar intervalo</translation>
  </message>
  <message>
   <source>Change monitoring interval</source>
   <translation>Cambiar el intervalo de seguimiento</translation>
  </message>
  <message>
   <source>Use the interval of the rule</source>
   <translation>Usar el intervalo de la regla</translation>
  </message>
  <message>
   <source>Store the assessment</source>
   <translation>Guardar la evaluación</translation>
  </message>
  <message>
   <source>Follows from other entries alone</source>
   <translation>Se deduce solo de otras entradas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance_side.py</name>
  <message>
   <source>No alert follows from what is recorded.</source>
   <translation>Ninguna alerta se deduce de lo registrado.</translation>
  </message>
  <message>
   <source>Nothing follows from what is recorded.</source>
   <translation>Nada se deduce de lo registrado.</translation>
  </message>
  <message>
   <source>Nothing is to be watched by rule.</source>
   <translation>Ninguna regla pide vigilar nada.</translation>
  </message>
  <message>
   <source>For the patient</source>
   <translation>Para el paciente</translation>
  </message>
  <message>
   <source>Show the wording for patients beside each text</source>
   <translation>Mostrar junto a cada texto su redacción para pacientes</translation>
  </message>
  <message>
   <source>Do not, or only after review</source>
   <translation>No hacer, o solo tras revisión</translation>
  </message>
  <message>
   <source>Could not be worked out</source>
   <translation>No se pudo elaborar</translation>
  </message>
  <message>
   <source>Warning signs</source>
   <translation>Signos de alarma</translation>
  </message>
  <message>
   <source>Not recorded yet</source>
   <translation>Aún no registrado</translation>
  </message>
  <message>
   <source>Not used by the guidance</source>
   <translation>La guía no lo usa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/guidance_tests.py</name>
  <message>
   <source>Nothing recorded points to a disorder yet. Begin with the masses and where they lie, phosphate, calcium, creatinine and PTH.</source>
   <translation>Nada de lo registrado apunta todavía a un trastorno. Empiece por las masas y su localización, el fosfato, el calcio, la creatinina y la PTH.</translation>
  </message>
  <message>
   <source>No test would tell the remaining disorders apart.</source>
   <translation>Ninguna prueba distinguiría los trastornos restantes.</translation>
  </message>
  <message>
   <source>Next most informative test</source>
   <translation>Próxima prueba más informativa</translation>
  </message>
  <message>
   <source>Tests in their order</source>
   <translation>Pruebas por orden</translation>
  </message>
  <message>
   <source>The chosen test</source>
   <translation>La prueba elegida</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/help.py</name>
  <message>
   <source>Open this address in your web browser?

{address}</source>
   <translation>¿Abrir esta dirección en su navegador web?

{address}</translation>
  </message>
  <message numerus="yes">
   <source>{n} pages hold all words</source>
   <translation>
    <numerusform>{n} página contiene todas las palabras</numerusform>
    <numerusform>{n} páginas contienen todas las palabras</numerusform>
   </translation>
  </message>
  <message>
   <source>Handbook</source>
   <translation>Manual</translation>
  </message>
  <message>
   <source>Back</source>
   <comment>to the page before</comment>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Forward</source>
   <comment>to the next page</comment>
   <translation>Adelante</translation>
  </message>
  <message>
   <source>Contents of the handbook</source>
   <translation>Contenido del manual</translation>
  </message>
  <message>
   <source>Leave the program</source>
   <translation>Salir del programa</translation>
  </message>
  <message>
   <source>Handbook: {page}</source>
   <translation>Manual: {page}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>No page holds all words.</source>
   <translation>Ninguna página contiene todas las palabras.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/history.py</name>
  <message numerus="yes">
   <source>{n} changes</source>
   <translation>
    <numerusform>{n} cambio</numerusform>
    <numerusform>{n} cambios</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing was changed yet.</source>
   <translation>Aún no se ha cambiado nada.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>{shown} of {all}</source>
   <translation>{shown} de {all}</translation>
  </message>
  <message>
   <source>{changes}, newest first</source>
   <translation>{changes}, primero lo más reciente</translation>
  </message>
  <message>
   <source>No change fits. Clear the filters to see all.</source>
   <translation>Ningún cambio coincide. Vacíe los filtros para verlos todos.</translation>
  </message>
  <message>
   <source>The patient was not in the registry then.</source>
   <translation>El paciente no estaba entonces en el registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/history_detail.py</name>
  <message>
   <source>Entries that are still there; one entry’s own changes are listed singly.</source>
   <translation>Entradas que siguen ahí; los cambios de una sola entrada se enumeran uno a uno.</translation>
  </message>
  <message>
   <source>Version since {when}, by {who}, beside today’s</source>
   <translation>Versión desde {when}, de {who}, junto a la de hoy</translation>
  </message>
  <message>
   <source>Restore {entry}</source>
   <translation>Restaurar {entry}</translation>
  </message>
  <message>
   <source>Restored {entry} as of {when}. Ctrl+Z takes it back.</source>
   <translation>Restaurado {entry} al estado de {when}. Ctrl+Z lo revierte.</translation>
  </message>
  <message>
   <source>Fields before and after</source>
   <translation>Campos antes y después</translation>
  </message>
  <message>
   <source>Versions of this entry</source>
   <translation>Versiones de esta entrada</translation>
  </message>
  <message>
   <source>As it was then…</source>
   <translation>Como era entonces…</translation>
  </message>
  <message>
   <source>Restore this version</source>
   <translation>Restaurar esta versión</translation>
  </message>
  <message>
   <source>Choose a version to see it beside today’s.</source>
   <translation>Elija una versión para verla junto a la de hoy.</translation>
  </message>
  <message>
   <source>The entry was not there: remove it instead.</source>
   <translation>La entrada no existía: elimínela en su lugar.</translation>
  </message>
  <message>
   <source>This is how the entry is now.</source>
   <translation>Así está la entrada ahora.</translation>
  </message>
  <message>
   <source>What was decided about guidance is decided anew, not restored.</source>
   <translation>Lo decidido sobre la guía se decide de nuevo, no se restaura.</translation>
  </message>
  <message>
   <source>This entry was brought back by someone else meanwhile.</source>
   <translation>Otra persona recuperó esta entrada entretanto.</translation>
  </message>
  <message>
   <source>Choose a change in the list.</source>
   <translation>Elija un cambio de la lista.</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Antes</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Después</translation>
  </message>
  <message>
   <source>In this version</source>
   <translation>En esta versión</translation>
  </message>
  <message>
   <source>Look at the new state, then restore if that is still right.</source>
   <translation>Revise el estado nuevo y restaure si sigue siendo correcto.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/history_list.py</name>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/history_state.py</name>
  <message>
   <source>State of {when}, not today’s. Nothing here can be edited.</source>
   <translation>Estado de {when}, no el de hoy. Aquí no se puede editar nada.</translation>
  </message>
  <message numerus="yes">
   <source>{n} entries then</source>
   <translation>
    <numerusform>{n} entrada entonces</numerusform>
    <numerusform>{n} entradas entonces</numerusform>
   </translation>
  </message>
  <message>
   <source>Older</source>
   <translation>Más antiguo</translation>
  </message>
  <message>
   <source>Newer</source>
   <translation>Más reciente</translation>
  </message>
  <message>
   <source>Back to the history   {keys}</source>
   <translation>Volver al historial   {keys}</translation>
  </message>
  <message>
   <source>Kinds of record as of then</source>
   <translation>Tipos de entrada de entonces</translation>
  </message>
  <message>
   <source>Kinds</source>
   <translation>Tipos</translation>
  </message>
  <message>
   <source>{kind}  ({then}, today {now})</source>
   <translation>{kind}  ({then}, hoy {now})</translation>
  </message>
  <message>
   <source>None was recorded then.</source>
   <translation>Entonces no había nada registrado.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_columns.py</name>
  <message>
   <source>Nothing needs to be matched: the file says itself what its values are.</source>
   <translation>No hay nada que asignar: el archivo mismo dice qué son sus valores.</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
  <message>
   <source>Forget the kept columns</source>
   <translation>Olvidar las columnas conservadas</translation>
  </message>
  <message>
   <source>Tests and units</source>
   <translation>Pruebas y unidades</translation>
  </message>
  <message>
   <source>as in an earlier file with the same columns</source>
   <translation>como en un archivo anterior con las mismas columnas</translation>
  </message>
  <message numerus="yes">
   <source>{n} are open</source>
   <translation>
    <numerusform>{n} por aclarar</numerusform>
    <numerusform>{n} por aclarar</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose which columns hold the test and the result, or one column per test.</source>
   <translation>Elija qué columnas contienen la prueba y el resultado, o una columna por prueba.</translation>
  </message>
  <message>
   <source>Choose which column holds the registry ID.</source>
   <translation>Elija qué columna contiene el ID de registro.</translation>
  </message>
  <message>
   <source>as you chose; kept for the next file with the same columns</source>
   <translation>como usted eligió; se conserva para el próximo archivo con las mismas columnas</translation>
  </message>
  <message>
   <source>Whose results are they? Name the patient.</source>
   <translation>¿De quién son los resultados? Nombre al paciente.</translation>
  </message>
  <message>
   <source>by their names</source>
   <translation>por sus nombres</translation>
  </message>
  <message>
   <source>not known yet</source>
   <translation>aún no se conocen</translation>
  </message>
  <message>
   <source>all answered</source>
   <translation>todo respondido</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_done.py</name>
  <message>
   <source>One undo takes the whole import back, as long as none of it was changed.</source>
   <translation>Un solo deshacer retira toda la importación, mientras nada de ella se haya cambiado.</translation>
  </message>
  <message>
   <source>What was imported</source>
   <translation>Qué se importó</translation>
  </message>
  <message>
   <source>Take the import back</source>
   <translation>Deshacer la importación</translation>
  </message>
  <message>
   <source>Show the patients</source>
   <translation>Mostrar los pacientes</translation>
  </message>
  <message>
   <source>Rows read</source>
   <translation>Filas leídas</translation>
  </message>
  <message>
   <source>Filled in</source>
   <translation>Completadas</translation>
  </message>
  <message>
   <source>There already</source>
   <translation>Ya presentes</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_files.py</name>
  <message numerus="yes">
   <source>{n} files</source>
   <translation>
    <numerusform>{n} archivo</numerusform>
    <numerusform>{n} archivos</numerusform>
   </translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Qué es</translation>
  </message>
  <message>
   <source>What is in it</source>
   <translation>Qué contiene</translation>
  </message>
  <message>
   <source>Files to import</source>
   <translation>Archivos que importar</translation>
  </message>
  <message>
   <source>Choose files…</source>
   <translation>Elegir archivos…</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>Elegir carpeta…</translation>
  </message>
  <message>
   <source>Remove from the list</source>
   <translation>Quitar de la lista</translation>
  </message>
  <message>
   <source>Leave this file out</source>
   <translation>Dejar fuera este archivo</translation>
  </message>
  <message>
   <source>Whose results they are</source>
   <translation>De quién son los resultados</translation>
  </message>
  <message>
   <source>Use this answer</source>
   <translation>Usar esta respuesta</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Archivos</translation>
  </message>
  <message numerus="yes">
   <source>read, with {n} remarks</source>
   <translation>
    <numerusform>leído, con {n} observación</numerusform>
    <numerusform>leído, con {n} observaciones</numerusform>
   </translation>
  </message>
  <message>
   <source>read</source>
   <translation>leído</translation>
  </message>
  <message>
   <source>Tables: CSV, TSV, Excel (.xlsx), in any language’s spelling.</source>
   <translation>Tablas: CSV, TSV, Excel (.xlsx), con la grafía de cualquier idioma.</translation>
  </message>
  <message>
   <source>Documents: FHIR R4 (JSON, NDJSON), GA4GH phenopackets version 2.</source>
   <translation>Documentos: FHIR R4 (JSON, NDJSON), phenopackets de GA4GH versión 2.</translation>
  </message>
  <message>
   <source>Laboratory messages: HL7 v2 (ORU^R01). Exports of REDCap.</source>
   <translation>Mensajes de laboratorio: HL7 v2 (ORU^R01). Exportaciones de REDCap.</translation>
  </message>
  <message>
   <source>A file is known by what is in it, not by its name.</source>
   <translation>Un archivo se reconoce por su contenido, no por su nombre.</translation>
  </message>
  <message>
   <source>Nothing is written before you accept it in the last step.</source>
   <translation>No se escribe nada antes de que lo acepte en el último paso.</translation>
  </message>
  <message>
   <source>Not answered yet</source>
   <translation>Aún sin respuesta</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>ninguno aún</translation>
  </message>
  <message>
   <source>needs an answer</source>
   <translation>necesita una respuesta</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>no se puede leer</translation>
  </message>
  <message>
   <source>About this file</source>
   <translation>Sobre este archivo</translation>
  </message>
  <message>
   <source>What can come in</source>
   <translation>Qué puede entrar</translation>
  </message>
  <message>
   <source>Order of dates</source>
   <translation>Orden de las fechas</translation>
  </message>
  <message>
   <source>Letters of the file</source>
   <translation>Letras del archivo</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_page.py</name>
  <message numerus="yes">
   <source>{n} files were looked at.</source>
   <translation>
    <numerusform>Se miró {n} archivo.</numerusform>
    <numerusform>Se miraron {n} archivos.</numerusform>
   </translation>
  </message>
  <message>
   <source>The refused rows are in {folder}, each with its reason. Mended, they can be imported.</source>
   <translation>Las filas rechazadas están en {folder}, cada una con su motivo. Corregidas, se pueden importar.</translation>
  </message>
  <message>
   <source>Import files</source>
   <translation>Importar archivos</translation>
  </message>
  <message>
   <source>Import folder</source>
   <translation>Importar carpeta</translation>
  </message>
  <message>
   <source>Folder for refused rows</source>
   <translation>Carpeta para las filas rechazadas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_people.py</name>
  <message>
   <source>{known} known, {new} new, {open} open</source>
   <translation>{known} conocidos, {new} nuevos, {open} por aclarar</translation>
  </message>
  <message numerus="yes">
   <source>{n} rows belong to this person</source>
   <translation>
    <numerusform>{n} fila es de esta persona</numerusform>
    <numerusform>{n} filas son de esta persona</numerusform>
   </translation>
  </message>
  <message>
   <source>A number is never corrected by itself. What you say here holds once.</source>
   <translation>Un número nunca se corrige solo. Lo que diga aquí vale una vez.</translation>
  </message>
  <message>
   <source>In the file</source>
   <translation>En el archivo</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Filas</translation>
  </message>
  <message>
   <source>People in the files</source>
   <translation>Personas en los archivos</translation>
  </message>
  <message>
   <source>People shown</source>
   <translation>Personas mostradas</translation>
  </message>
  <message>
   <source>Who this is</source>
   <translation>Quién es</translation>
  </message>
  <message>
   <source>Another patient of the registry</source>
   <translation>Otro paciente del registro</translation>
  </message>
  <message>
   <source>Use this patient</source>
   <translation>Usar este paciente</translation>
  </message>
  <message>
   <source>Open ({n})</source>
   <translation>Por aclarar ({n})</translation>
  </message>
  <message>
   <source>All people ({n})</source>
   <translation>Todas las personas ({n})</translation>
  </message>
  <message>
   <source>you said so</source>
   <translation>usted lo dijo</translation>
  </message>
  <message>
   <source>As the file says</source>
   <translation>Como dice el archivo</translation>
  </message>
  <message>
   <source>Use {id} for {key}</source>
   <translation>Usar {id} para {key}</translation>
  </message>
  <message>
   <source>All people</source>
   <translation>Todas las personas</translation>
  </message>
  <message>
   <source>Nearest registry IDs</source>
   <translation>ID de registro más parecidos</translation>
  </message>
  <message>
   <source>Leave out {key}</source>
   <translation>Dejar fuera {key}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_rows.py</name>
  <message numerus="yes">
   <source>{n} patients.</source>
   <translation>
    <numerusform>{n} paciente.</numerusform>
    <numerusform>{n} pacientes.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing is written until you accept it.</source>
   <translation>No se escribe nada hasta que lo acepte.</translation>
  </message>
  <message>
   <source>{file}, row {row}</source>
   <translation>{file}, fila {row}</translation>
  </message>
  <message>
   <source>What the import would do</source>
   <translation>Qué haría la importación</translation>
  </message>
  <message>
   <source>Rows to look at</source>
   <translation>Filas que mirar</translation>
  </message>
  <message>
   <source>Rows shown</source>
   <translation>Filas mostradas</translation>
  </message>
  <message>
   <source>The whole row</source>
   <translation>La fila entera</translation>
  </message>
  <message>
   <source>Errors ({n})</source>
   <translation>Errores ({n})</translation>
  </message>
  <message>
   <source>Errors and checks ({n})</source>
   <translation>Errores y avisos ({n})</translation>
  </message>
  <message>
   <source>Nothing new: all of it is in the registry already, so nothing changes.</source>
   <translation>Nada nuevo: todo está ya en el registro, así que nada cambia.</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Fila</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>Columna</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>Qué falla</translation>
  </message>
  <message>
   <source>Nothing would change: what is not refused is in the registry already.</source>
   <translation>Nada cambiaría: lo que no se rechaza está ya en el registro.</translation>
  </message>
  <message>
   <source>To check</source>
   <translation>Por revisar</translation>
  </message>
  <message>
   <source>none: every row is in order</source>
   <translation>ninguna: todas las filas están en orden</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>Errores</translation>
  </message>
  <message>
   <source>Errors and checks</source>
   <translation>Errores y avisos</translation>
  </message>
  <message>
   <source>Trial run: nothing was written.</source>
   <translation>Ensayo: no se escribió nada.</translation>
  </message>
  <message>
   <source>No row is chosen.</source>
   <translation>No hay ninguna fila elegida.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/import_work.py</name>
  <message>
   <source>Trying the import</source>
   <translation>Probando la importación</translation>
  </message>
  <message>
   <source>Importing</source>
   <translation>Importando</translation>
  </message>
  <message>
   <source>Writing refused rows</source>
   <translation>Escribiendo las filas rechazadas</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Mirando los archivos</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs.py</name>
  <message>
   <source>Make a column for today, or paste a block.</source>
   <translation>Cree una columna para hoy o pegue un bloque.</translation>
  </message>
  <message numerus="yes">
   <source>{n} earlier columns hidden</source>
   <translation>
    <numerusform>{n} columna anterior oculta</numerusform>
    <numerusform>{n} columnas anteriores ocultas</numerusform>
   </translation>
  </message>
  <message>
   <source>New column</source>
   <translation>Columna nueva</translation>
  </message>
  <message>
   <source>No laboratory results yet</source>
   <translation>Aún no hay resultados de laboratorio</translation>
  </message>
  <message>
   <source>There is nothing to paste. Copy cells of a spreadsheet first.</source>
   <translation>No hay nada que pegar. Copie antes celdas de una hoja de cálculo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs_commands.py</name>
  <message>
   <source>The table was copied. It holds results of a patient, without the name.</source>
   <translation>Se copió la tabla. Contiene resultados de un paciente, sin el nombre.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs_edits.py</name>
  <message>
   <source>It can be saved now: press F2, then Enter.</source>
   <translation>Ahora se puede guardar: pulse F2 y después Enter.</translation>
  </message>
  <message numerus="yes">
   <source>Note on {n} samples</source>
   <translation>
    <numerusform>Nota en {n} muestra</numerusform>
    <numerusform>Nota en {n} muestras</numerusform>
   </translation>
  </message>
  <message>
   <source>Confirm {result}</source>
   <translation>Confirmar {result}</translation>
  </message>
  <message numerus="yes">
   <source>Paste {n} results</source>
   <translation>
    <numerusform>Pegar {n} resultado</numerusform>
    <numerusform>Pegar {n} resultados</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs_inspecting.py</name>
  <message>
   <source>{test}, {time}: {problem} This cell is not saved.</source>
   <translation>{test}, {time}: {problem} Esta celda no está guardada.</translation>
  </message>
  <message>
   <source>{test}, {time}: {problem}.</source>
   <translation>{test}, {time}: {problem}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs_menus.py</name>
  <message>
   <source>Edit	F2</source>
   <translation>Editar	F2</translation>
  </message>
  <message>
   <source>Copy	Ctrl+C</source>
   <translation>Copiar	Ctrl+C</translation>
  </message>
  <message>
   <source>Paste…	Ctrl+V</source>
   <translation>Pegar…	Ctrl+V</translation>
  </message>
  <message>
   <source>Remove	Del</source>
   <translation>Eliminar	Del</translation>
  </message>
  <message>
   <source>Pending: sent, no result yet</source>
   <translation>Pendiente: enviado, aún sin resultado</translation>
  </message>
  <message>
   <source>Date of the column…	Ctrl+Shift+D</source>
   <translation>Fecha de la columna…	Ctrl+Shift+D</translation>
  </message>
  <message>
   <source>Details…	Shift+F2</source>
   <translation>Detalles…	Shift+F2</translation>
  </message>
  <message>
   <source>Change the patient’s own target…</source>
   <translation>Cambiar el objetivo propio del paciente…</translation>
  </message>
  <message>
   <source>Add a later target…</source>
   <translation>Añadir un objetivo posterior…</translation>
  </message>
  <message>
   <source>Set the patient’s own target…</source>
   <translation>Fijar el objetivo propio del paciente…</translation>
  </message>
  <message>
   <source>Change the date…</source>
   <translation>Cambiar la fecha…</translation>
  </message>
  <message>
   <source>Open in a form…</source>
   <translation>Abrir en un formulario…</translation>
  </message>
  <message>
   <source>Remove this empty column</source>
   <translation>Eliminar esta columna vacía</translation>
  </message>
  <message>
   <source>All fasting</source>
   <translation>Todos en ayunas</translation>
  </message>
  <message>
   <source>All on phosphate binder</source>
   <translation>Todos con quelante de fósforo</translation>
  </message>
  <message>
   <source>All on a dialysis day</source>
   <translation>Todos en día de diálisis</translation>
  </message>
  <message>
   <source>Before dialysis</source>
   <translation>Antes de la diálisis</translation>
  </message>
  <message>
   <source>After dialysis</source>
   <translation>Después de la diálisis</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs_pasting.py</name>
  <message numerus="yes">
   <source>Stored {n} values.</source>
   <translation>
    <numerusform>Guardado {n} valor.</numerusform>
    <numerusform>Guardados {n} valores.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} values are still open.</source>
   <translation>
    <numerusform>{n} valor sigue abierto.</numerusform>
    <numerusform>{n} valores siguen abiertos.</numerusform>
   </translation>
  </message>
  <message>
   <source>There is no value in what was copied.</source>
   <translation>No hay ningún valor en lo copiado.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/labs_side.py</name>
  <message>
   <source>Chart of this test</source>
   <translation>Gráfico de esta prueba</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/masses.py</name>
  <message>
   <source>Body map</source>
   <translation>Mapa corporal</translation>
  </message>
  <message>
   <source>Growth</source>
   <translation>Crecimiento</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Pasos</translation>
  </message>
  <message>
   <source>Excision, recurrence, division, merging of the mass</source>
   <translation>Escisión, recurrencia, división, unión de la masa</translation>
  </message>
  <message>
   <source>New mass</source>
   <translation>Masa nueva</translation>
  </message>
  <message>
   <source>Add measurement   Ctrl+M</source>
   <translation>Añadir medición   Ctrl+M</translation>
  </message>
  <message>
   <source>No mass recorded. Click the body, or New mass.</source>
   <translation>Ninguna masa registrada. Haga clic en el cuerpo o en «Masa nueva».</translation>
  </message>
  <message>
   <source>L × W × D in mm</source>
   <translation>L × An × P en mm</translation>
  </message>
  <message>
   <source>Copy the history as a table</source>
   <translation>Copiar el historial como tabla</translation>
  </message>
  <message>
   <source>Volume = π/6 × L × W × D. ND: looked for, not detectable. Not assessed: nobody looked, so nothing is known.</source>
   <translation>Volumen = π/6 × L × An × P. ND: buscada, no detectable. No valorada: nadie miró, así que no se sabe nada.</translation>
  </message>
  <message>
   <source>Not on the map: {masses}.</source>
   <translation>Fuera del mapa: {masses}.</translation>
  </message>
  <message>
   <source>{mass} measurements</source>
   <translation>Mediciones de {mass}</translation>
  </message>
  <message>
   <source>The map shows</source>
   <translation>El mapa muestra</translation>
  </message>
  <message>
   <source>latest values</source>
   <translation>últimos valores</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/masses_growth.py</name>
  <message>
   <source>Scale</source>
   <translation>Escala</translation>
  </message>
  <message>
   <source>Method shown</source>
   <translation>Método mostrado</translation>
  </message>
  <message>
   <source>Only values of one method are ever joined or fitted.</source>
   <translation>Solo se unen o ajustan valores de un mismo método.</translation>
  </message>
  <message>
   <source>All methods</source>
   <translation>Todos los métodos</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Log</translation>
  </message>
  <message>
   <source>Linear</source>
   <translation>Lineal</translation>
  </message>
  <message>
   <source>ND = not detectable</source>
   <translation>ND = no detectable</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/masses_history.py</name>
  <message>
   <source>History of the mass</source>
   <translation>Historial de la masa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/masses_steps.py</name>
  <message>
   <source>Steps of the chosen mass</source>
   <translation>Pasos de la masa elegida</translation>
  </message>
  <message>
   <source>Add &amp;measurement…</source>
   <translation>Añadir &amp;medición…</translation>
  </message>
  <message>
   <source>&amp;Excision…</source>
   <translation>&amp;Escisión…</translation>
  </message>
  <message>
   <source>&amp;Recurrence as a new mass…</source>
   <translation>&amp;Recurrencia como masa nueva…</translation>
  </message>
  <message>
   <source>&amp;Divided into two…</source>
   <translation>&amp;Dividida en dos…</translation>
  </message>
  <message>
   <source>Merged &amp;into another mass…</source>
   <translation>Unida &amp;a otra masa…</translation>
  </message>
  <message>
   <source>Edit m&amp;ass…</source>
   <translation>Editar ma&amp;sa…</translation>
  </message>
  <message>
   <source>Remo&amp;ve mass with its measurements</source>
   <translation>E&amp;liminar la masa con sus mediciones</translation>
  </message>
  <message>
   <source>Choose a mass first.</source>
   <translation>Elija antes una masa.</translation>
  </message>
  <message>
   <source>This mass was merged into another.</source>
   <translation>Esta masa se unió a otra.</translation>
  </message>
  <message>
   <source>There is no other mass.</source>
   <translation>No hay otra masa.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/new_registry.py</name>
  <message>
   <source>You become the first administrator. Everything you do is written to the audit.</source>
   <translation>Usted será el primer administrador. Todo lo que haga se escribe en la auditoría.</translation>
  </message>
  <message>
   <source>Encrypted: only people with a passphrase can read it</source>
   <translation>Cifrado: solo lo leen personas con una frase de contraseña</translation>
  </message>
  <message>
   <source>Without encryption</source>
   <translation>Sin cifrar</translation>
  </message>
  <message>
   <source>Whoever can read the file can read every patient. Only for invented patients, or on an encrypted disk that nobody else uses. It can be encrypted later.</source>
   <translation>Quien pueda leer el archivo puede leer a cada paciente. Solo para pacientes inventados, o en un disco cifrado que nadie más use. Se puede cifrar más tarde.</translation>
  </message>
  <message>
   <source>The registry is written anew, encrypted and checked. The readable file is overwritten and removed; readable backups beside it stay until you delete them.</source>
   <translation>El registro se escribe de nuevo, cifrado y comprobado. El archivo legible se sobrescribe y se quita; las copias legibles a su lado quedan hasta que usted las borre.</translation>
  </message>
  <message>
   <source>Type your name.</source>
   <translation>Escriba su nombre.</translation>
  </message>
  <message>
   <source>Make registry</source>
   <translation>Crear registro</translation>
  </message>
  <message>
   <source>Make without encryption</source>
   <translation>Crear sin cifrar</translation>
  </message>
  <message>
   <source>Encrypt this registry</source>
   <translation>Cifrar este registro</translation>
  </message>
  <message>
   <source>Encrypt</source>
   <translation>Cifrar</translation>
  </message>
  <message>
   <source>Making the keys…</source>
   <translation>Creando las claves…</translation>
  </message>
  <message>
   <source>Keep the recovery code first: it is never shown again.</source>
   <translation>Guarde antes el código de recuperación: no se vuelve a mostrar.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/overview.py</name>
  <message>
   <source>Measure</source>
   <translation>Medir</translation>
  </message>
  <message>
   <source>Guidance</source>
   <translation>Guía</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/patient.py</name>
  <message>
   <source>Pages of this patient</source>
   <translation>Páginas de este paciente</translation>
  </message>
  <message>
   <source>Add   {keys}</source>
   <translation>Añadir   {keys}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/patients.py</name>
  <message>
   <source>No patient matches. Clear the field to see all.</source>
   <translation>Ningún paciente coincide. Vacíe el campo para verlos todos.</translation>
  </message>
  <message>
   <source>No patients yet. Add the first one, or import tables.</source>
   <translation>Aún no hay pacientes. Añada el primero o importe tablas.</translation>
  </message>
  <message>
   <source>{found} of {all} match</source>
   <translation>Coinciden {found} de {all}</translation>
  </message>
  <message>
   <source>{count} in this registry</source>
   <translation>{count} en este registro</translation>
  </message>
  <message>
   <source>Import tables</source>
   <translation>Importar tablas</translation>
  </message>
  <message>
   <source>Name, registry ID, MRN, date of birth or diagnosis</source>
   <translation>Nombre, ID de registro, HC, fecha de nacimiento o diagnóstico</translation>
  </message>
  <message>
   <source>Filter patients</source>
   <translation>Filtrar pacientes</translation>
  </message>
  <message>
   <source>This list</source>
   <translation>Esta lista</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/people.py</name>
  <message>
   <source>Role</source>
   <translation>Función</translation>
  </message>
  <message>
   <source>Last sign-in</source>
   <translation>Último inicio de sesión</translation>
  </message>
  <message>
   <source>This registry is not encrypted: whoever can read the file can read the patients, and nobody signs in. People come with encryption.</source>
   <translation>Este registro no está cifrado: quien pueda leer el archivo puede leer a los pacientes, y nadie inicia sesión. Las personas llegan con el cifrado.</translation>
  </message>
  <message>
   <source>Roles are kept by this program; cryptography keeps out whoever has no passphrase. Removing somebody, a lesser role and a new passphrase write the file under a new key.</source>
   <translation>Las funciones las guarda este programa; la criptografía deja fuera a quien no tiene frase de contraseña. Quitar a alguien, una función menor y una frase nueva escriben el archivo con una clave nueva.</translation>
  </message>
  <message>
   <source>{user} cannot sign in any more. The file is written anew under a new key, for a person who is removed may have kept the old one; that takes a moment.

What they entered stays, with their name. Backups made before open with the old passphrases.</source>
   <translation>{user} ya no podrá iniciar sesión. El archivo se escribe de nuevo con otra clave, pues quien se quita puede haber guardado la antigua; eso tarda un momento.

Lo que introdujo queda, con su nombre. Las copias de antes se abren con las frases de antes.</translation>
  </message>
  <message>
   <source>Remove {user}</source>
   <translation>Quitar a {user}</translation>
  </message>
  <message>
   <source>The code on the printed sheet becomes void, and the file is written anew under a new key. The new code is shown once: have a printer or an envelope at hand.</source>
   <translation>El código de la hoja impresa deja de valer, y el archivo se escribe de nuevo con otra clave. El código nuevo se muestra una vez: tenga a mano una impresora o un sobre.</translation>
  </message>
  <message>
   <source>New recovery code</source>
   <translation>Código de recuperación nuevo</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Código de recuperación</translation>
  </message>
  <message>
   <source>for emergencies</source>
   <translation>para emergencias</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>todavía no</translation>
  </message>
  <message>
   <source>Add person…</source>
   <translation>Añadir persona…</translation>
  </message>
  <message>
   <source>Change role…</source>
   <translation>Cambiar función…</translation>
  </message>
  <message>
   <source>New passphrase…</source>
   <translation>Frase nueva…</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Quitar…</translation>
  </message>
  <message>
   <source>Change my passphrase…</source>
   <translation>Cambiar mi frase…</translation>
  </message>
  <message>
   <source>New recovery code…</source>
   <translation>Código de recuperación nuevo…</translation>
  </message>
  <message>
   <source>Encrypt this registry…</source>
   <translation>Cifrar este registro…</translation>
  </message>
  <message>
   <source>People who may open the registry</source>
   <translation>Personas que pueden abrir el registro</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personas</translation>
  </message>
  <message>
   <source>Adding {user}…</source>
   <translation>Añadiendo a {user}…</translation>
  </message>
  <message>
   <source>Removing {user}…</source>
   <translation>Quitando a {user}…</translation>
  </message>
  <message>
   <source>{user} (you)</source>
   <translation>{user} (usted)</translation>
  </message>
  <message>
   <source>Remove person</source>
   <translation>Quitar persona</translation>
  </message>
  <message>
   <source>Make a new code</source>
   <translation>Crear un código nuevo</translation>
  </message>
  <message>
   <source>Making a new recovery code…</source>
   <translation>Creando un código de recuperación nuevo…</translation>
  </message>
  <message>
   <source>Changing the role of {user}…</source>
   <translation>Cambiando la función de {user}…</translation>
  </message>
  <message>
   <source>Changing the passphrase of {user}…</source>
   <translation>Cambiando la frase de {user}…</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/person_form.py</name>
  <message>
   <source>Add person</source>
   <translation>Añadir persona</translation>
  </message>
  <message>
   <source>Change role</source>
   <translation>Cambiar función</translation>
  </message>
  <message>
   <source>New passphrase</source>
   <translation>Frase de contraseña nueva</translation>
  </message>
  <message>
   <source>Reads and prints. Changes nothing.</source>
   <translation>Lee e imprime. No cambia nada.</translation>
  </message>
  <message>
   <source>Also enters, changes, signs and takes back.</source>
   <translation>Además introduce, cambia, firma y deshace.</translation>
  </message>
  <message>
   <source>Also imports, exports, restores backups and erases people.</source>
   <translation>Además importa, exporta, restaura copias y borra personas.</translation>
  </message>
  <message>
   <source>Also decides who may open the registry, and in which role.</source>
   <translation>Además decide quién puede abrir el registro, y con qué función.</translation>
  </message>
  <message>
   <source>Tell it to the person by word of mouth; they can change it themselves.</source>
   <translation>Dígasela a la persona de viva voz; ella misma puede cambiarla.</translation>
  </message>
  <message>
   <source>Type the name of the person.</source>
   <translation>Escriba el nombre de la persona.</translation>
  </message>
  <message>
   <source>The passphrase of before is void at once.</source>
   <translation>La frase de antes deja de valer al momento.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/records.py</name>
  <message>
   <source>Records</source>
   <translation>Entradas</translation>
  </message>
  <message>
   <source>Kinds of record</source>
   <translation>Tipos de entrada</translation>
  </message>
  <message>
   <source>Edit   {keys}</source>
   <translation>Editar   {keys}</translation>
  </message>
  <message>
   <source>Remove   {keys}</source>
   <translation>Eliminar   {keys}</translation>
  </message>
  <message numerus="yes">
   <source>{kind}, {n} entries</source>
   <translation>
    <numerusform>{kind}, {n} entrada</numerusform>
    <numerusform>{kind}, {n} entradas</numerusform>
   </translation>
  </message>
  <message>
   <source>No {kind} recorded.</source>
   <translation>No hay {kind} en el registro.</translation>
  </message>
  <message>
   <source>of the chosen entry</source>
   <translation>de la entrada elegida</translation>
  </message>
  <message>
   <source>newest first</source>
   <translation>primero lo más reciente</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/recovery_dialog.py</name>
  <message>
   <source>The recovery code of before is void. Destroy the sheet that it stands on.</source>
   <translation>El código de recuperación de antes ya no vale. Destruya la hoja en la que está.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/safekeeping.py</name>
  <message>
   <source>Security</source>
   <translation>Seguridad</translation>
  </message>
  <message>
   <source>Parts of security</source>
   <translation>Partes de seguridad</translation>
  </message>
  <message>
   <source>{registry}, {how}</source>
   <translation>{registry}, {how}</translation>
  </message>
  <message>
   <source>encrypted</source>
   <translation>cifrado</translation>
  </message>
  <message>
   <source>not encrypted</source>
   <translation>sin cifrar</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/settings.py</name>
  <message>
   <source>Settings</source>
   <translation>Ajustes</translation>
  </message>
  <message>
   <source>Everything applies at once.</source>
   <translation>Todo se aplica de inmediato.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/settings_look.py</name>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Como el sistema</translation>
  </message>
  <message>
   <source>A4</source>
   <translation>A4</translation>
  </message>
  <message>
   <source>Letter (US)</source>
   <translation>Carta (EE. UU.)</translation>
  </message>
  <message>
   <source>mg/dL</source>
   <translation>mg/dL</translation>
  </message>
  <message>
   <source>mmol/L (SI)</source>
   <translation>mmol/L (SI)</translation>
  </message>
  <message>
   <source>All text and all rows. The charts and the body map follow.</source>
   <translation>Todo el texto y todas las filas. Los gráficos y el mapa corporal se adaptan.</translation>
  </message>
  <message>
   <source>What was entered stays as it was entered; only the display changes.</source>
   <translation>Lo introducido queda como se introdujo; solo cambia la presentación.</translation>
  </message>
  <message>
   <source>Takes effect at the next start.</source>
   <translation>Tiene efecto en el próximo inicio.</translation>
  </message>
  <message>
   <source>Written beside each change in the history, and on worklist marks.</source>
   <translation>Se escribe junto a cada cambio del historial y en las marcas de la lista de trabajo.</translation>
  </message>
  <message>
   <source>What documents begin with; each can be made on the other paper too.</source>
   <translation>Con lo que empiezan los documentos; cada uno se puede hacer también en el otro papel.</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Apariencia</translation>
  </message>
  <message>
   <source>Colors</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Tamaño del texto</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>{language} from the next start on.</source>
   <translation>{language} desde el próximo inicio.</translation>
  </message>
  <message>
   <source>You and your paper</source>
   <translation>Usted y su papel</translation>
  </message>
  <message>
   <source>Change name…</source>
   <translation>Cambiar nombre…</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papel</translation>
  </message>
  <message>
   <source>Change your name, now {name}</source>
   <translation>Cambiar su nombre, ahora {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/settings_places.py</name>
  <message>
   <source>Sheet of keys   Ctrl+F1</source>
   <translation>Hoja de teclas   Ctrl+F1</translation>
  </message>
  <message>
   <source>Help for this page   F1</source>
   <translation>Ayuda de esta página   F1</translation>
  </message>
  <message>
   <source>About the program</source>
   <translation>Acerca del programa</translation>
  </message>
  <message>
   <source>Where files are</source>
   <translation>Dónde están los archivos</translation>
  </message>
  <message>
   <source>Program version {version}</source>
   <translation>Versión del programa {version}</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Abrir carpeta</translation>
  </message>
  <message>
   <source>Open the folder: {what}</source>
   <translation>Abrir la carpeta: {what}</translation>
  </message>
  <message>
   <source>Keyboard and help</source>
   <translation>Teclado y ayuda</translation>
  </message>
  <message>
   <source>Registry open now</source>
   <translation>Registro abierto ahora</translation>
  </message>
  <message>
   <source>Your registries and settings</source>
   <translation>Sus registros y ajustes</translation>
  </message>
  <message>
   <source>Settings file</source>
   <translation>Archivo de ajustes</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/settings_ranges.py</name>
  <message numerus="yes">
   <source>{n} ranges</source>
   <translation>
    <numerusform>{n} intervalo</numerusform>
    <numerusform>{n} intervalos</numerusform>
   </translation>
  </message>
  <message>
   <source>Guidance set aside speaks again</source>
   <translation>Vuelve a hablar una guía apartada</translation>
  </message>
  <message>
   <source>The ranges are in force, and the change stands in the journal.</source>
   <translation>Los intervalos están en vigor y el cambio consta en el diario.</translation>
  </message>
  <message>
   <source>{name} was refused; the ranges are as they were.</source>
   <translation>Se rechazó {name}; los intervalos siguen como estaban.</translation>
  </message>
  <message>
   <source>Own reference ranges</source>
   <translation>Intervalos de referencia propios</translation>
  </message>
  <message>
   <source>This registry’s own reference ranges</source>
   <translation>Intervalos de referencia propios de este registro</translation>
  </message>
  <message>
   <source>Add range</source>
   <translation>Añadir intervalo</translation>
  </message>
  <message>
   <source>Remove range   {keys}</source>
   <translation>Eliminar intervalo   {keys}</translation>
  </message>
  <message>
   <source>Replace all from a table…</source>
   <translation>Sustituir todo desde una tabla…</translation>
  </message>
  <message>
   <source>Take back the last change</source>
   <translation>Retirar el último cambio</translation>
  </message>
  <message>
   <source>They stand between the range printed with a result and the built-in table. A row holds from an age up to, not including, the second age. An empty limit is open.</source>
   <translation>Están entre el intervalo impreso con un resultado y la tabla incorporada. Una fila vale desde una edad hasta la segunda edad, sin incluirla. Un límite vacío queda abierto.</translation>
  </message>
  <message>
   <source>none; the built-in table is used</source>
   <translation>ninguno; se usa la tabla incorporada</translation>
  </message>
  <message>
   <source>Row {row} is not right yet, so the ranges of before are in force. {problem}</source>
   <translation>La fila {row} aún no es correcta, por lo que siguen en vigor los intervalos anteriores. {problem}</translation>
  </message>
  <message>
   <source>Table of reference ranges</source>
   <translation>Tabla de intervalos de referencia</translation>
  </message>
  <message>
   <source>Row {row}, {column} “{value}”: {rule}.</source>
   <translation>Fila {row}, {column} «{value}»: {rule}.</translation>
  </message>
  <message numerus="yes">
   <source>and {n} more</source>
   <translation>
    <numerusform>y {n} más</numerusform>
    <numerusform>y {n} más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/settings_safety.py</name>
  <message>
   <source>An encrypted registry is locked after so long without use, when the system is locked or sleeps, and at once with Ctrl+Shift+L. One that is not encrypted stays open.</source>
   <translation>Un registro cifrado se bloquea tras ese tiempo sin uso, cuando el sistema se bloquea o duerme, y al momento con Ctrl+Shift+L. Uno sin cifrar queda abierto.</translation>
  </message>
  <message>
   <source>Locking</source>
   <translation>Bloqueo</translation>
  </message>
  <message>
   <source>Lock after</source>
   <translation>Bloquear tras</translation>
  </message>
  <message numerus="yes">
   <source>{n} minutes</source>
   <translation>
    <numerusform>{n} minuto</numerusform>
    <numerusform>{n} minutos</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/settings_steps.py</name>
  <message>
   <source>Undone</source>
   <translation>Deshecho</translation>
  </message>
  <message>
   <source>Done again</source>
   <translation>Rehecho</translation>
  </message>
  <message>
   <source>{done}: {what}</source>
   <translation>{done}: {what}</translation>
  </message>
  <message>
   <source>What was done to one patient stands in the patient’s History.</source>
   <translation>Lo que se hizo a un paciente está en su Historial.</translation>
  </message>
  <message>
   <source>Nothing was imported, and no range was set.</source>
   <translation>No se importó nada ni se fijó ningún intervalo.</translation>
  </message>
  <message>
   <source>The newest {n} of {all} are listed.</source>
   <translation>Se muestran los {n} más recientes de {all}.</translation>
  </message>
  <message>
   <source>Changes of the registry</source>
   <translation>Cambios del registro</translation>
  </message>
  <message>
   <source>Changes of the registry, newest first</source>
   <translation>Cambios del registro, los más recientes primero</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/sign_form.py</name>
  <message>
   <source>Signed means: seen by you, as it stands here. A signed result changes only with a reason, and the signature ends with the change.</source>
   <translation>Firmado quiere decir: visto por usted, tal como está aquí. Un resultado firmado solo cambia con un motivo, y la firma termina con el cambio.</translation>
  </message>
  <message numerus="yes">
   <source>Sign {n} results</source>
   <translation>
    <numerusform>Firmar {n} resultado</numerusform>
    <numerusform>Firmar {n} resultados</numerusform>
   </translation>
  </message>
  <message>
   <source>Results, newest first; Space ticks</source>
   <translation>Resultados, los más nuevos primero; Espacio marca</translation>
  </message>
  <message>
   <source>Sampled</source>
   <translation>Muestra</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Firmado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/sign_in.py</name>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Iniciar sesión</translation>
  </message>
  <message>
   <source>Use the recovery code…</source>
   <translation>Usar el código de recuperación…</translation>
  </message>
  <message>
   <source>Another registry…</source>
   <translation>Otro registro…</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Abriendo…</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/start.py</name>
  <message>
   <source>Opening the registry…</source>
   <translation>Abriendo el registro…</translation>
  </message>
  <message>
   <source>Open registry…</source>
   <translation>Abrir registro…</translation>
  </message>
  <message>
   <source>New registry…</source>
   <translation>Registro nuevo…</translation>
  </message>
  <message>
   <source>No registry is open</source>
   <translation>No hay ningún registro abierto</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/treatment_drugs.py</name>
  <message>
   <source>No drug, diet or other treatment is recorded.</source>
   <translation>No hay ningún fármaco, dieta ni otro tratamiento registrado.</translation>
  </message>
  <message>
   <source>Stop {drug} today</source>
   <translation>Suspender {drug} hoy</translation>
  </message>
  <message>
   <source>This patient has died; past drugs stand among the entries.</source>
   <translation>Este paciente ha fallecido; los fármacos anteriores están entre las entradas.</translation>
  </message>
  <message>
   <source>No drug is running. Past drugs stand among the entries.</source>
   <translation>Ningún fármaco en curso. Los fármacos anteriores están entre las entradas.</translation>
  </message>
  <message>
   <source>Current drugs</source>
   <translation>Fármacos actuales</translation>
  </message>
  <message>
   <source>Add a drug, diet or other treatment</source>
   <translation>Añadir un fármaco, dieta u otro tratamiento</translation>
  </message>
  <message>
   <source>{n} now, {past} past</source>
   <translation>{n} ahora, {past} anteriores</translation>
  </message>
  <message>
   <source>The guidance failed: cautions and monitoring are missing here.</source>
   <translation>Falló la guía: aquí faltan precauciones y seguimiento.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/treatment_entries.py</name>
  <message>
   <source>No drug has been stopped.</source>
   <translation>No se ha suspendido ningún fármaco.</translation>
  </message>
  <message>
   <source>No procedure or operation recorded.</source>
   <translation>Ningún procedimiento ni operación registrados.</translation>
  </message>
  <message>
   <source>No event or flare recorded.</source>
   <translation>Ningún evento ni brote registrados.</translation>
  </message>
  <message>
   <source>No target of the patient's own recorded; the normal ranges apply.</source>
   <translation>Ningún objetivo propio del paciente registrado; rigen los intervalos normales.</translation>
  </message>
  <message>
   <source>Height and weight not recorded.</source>
   <translation>Talla y peso no registrados.</translation>
  </message>
  <message>
   <source>No visit recorded.</source>
   <translation>Ninguna visita registrada.</translation>
  </message>
  <message>
   <source>Consent not recorded.</source>
   <translation>Consentimiento no registrado.</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Entradas</translation>
  </message>
  <message>
   <source>Kinds of entry</source>
   <translation>Tipos de entrada</translation>
  </message>
  <message>
   <source>Past drugs</source>
   <translation>Fármacos anteriores</translation>
  </message>
  <message>
   <source>{kind}  {n}</source>
   <translation>{kind}  {n}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/treatment_sources.py</name>
  <message>
   <source>What it rests on</source>
   <translation>En qué se basa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/treatment_timeline.py</name>
  <message>
   <source>Test shown</source>
   <translation>Prueba mostrada</translation>
  </message>
  <message>
   <source>Masses shown</source>
   <translation>Masas mostradas</translation>
  </message>
  <message>
   <source>Each mass</source>
   <translation>Cada masa</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/worklist.py</name>
  <message>
   <source>at the last result</source>
   <translation>en el último resultado</translation>
  </message>
  <message>
   <source>lower 95 % limit above 0</source>
   <translation>límite inferior 95 % &gt; 0</translation>
  </message>
  <message>
   <source>contraindications, conflicts</source>
   <translation>contraindicaciones, conflictos</translation>
  </message>
  <message>
   <source>unknown, not absent</source>
   <translation>desconocido, no ausente</translation>
  </message>
  <message>
   <source>Active patients</source>
   <translation>Pacientes activos</translation>
  </message>
  <message>
   <source>Need action today</source>
   <translation>Requieren actuar hoy</translation>
  </message>
  <message>
   <source>Outside own target</source>
   <translation>Fuera del objetivo propio</translation>
  </message>
  <message>
   <source>Masses growing</source>
   <translation>Masas en crecimiento</translation>
  </message>
  <message>
   <source>Alerts to read</source>
   <translation>Alertas por leer</translation>
  </message>
  <message>
   <source>Missing key data</source>
   <translation>Faltan datos clave</translation>
  </message>
  <message>
   <source>TC {tumoral}, FOP {fop}, other {other}</source>
   <translation>CT {tumoral}, FOP {fop}, otros {other}</translation>
  </message>
  <message>
   <source>{stops} stop, {rest} review</source>
   <translation>{stops} pare, {rest} revisar</translation>
  </message>
  <message numerus="yes">
   <source>{day} · {n} tasks</source>
   <translation>
    <numerusform>{day} · {n} tarea</numerusform>
    <numerusform>{day} · {n} tareas</numerusform>
   </translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>Lista de trabajo</translation>
  </message>
  <message>
   <source>Nothing needs attention here.</source>
   <translation>Aquí nada requiere atención.</translation>
  </message>
  <message>
   <source>The worklist could not be worked out.</source>
   <translation>No se pudo elaborar la lista de trabajo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/worklist_batch.py</name>
  <message>
   <source>Documents for these patients</source>
   <translation>Documentos para estos pacientes</translation>
  </message>
  <message>
   <source>What to print</source>
   <translation>Qué imprimir</translation>
  </message>
  <message>
   <source>One PDF file for each patient. A file name holds the registry ID only.</source>
   <translation>Un archivo PDF por paciente. El nombre del archivo solo contiene el ID del registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/views/worklist_steps.py</name>
  <message>
   <source>Snooze: {item}</source>
   <translation>Posponer: {item}</translation>
  </message>
  <message>
   <source>Give to somebody: {item}</source>
   <translation>Asignar a alguien: {item}</translation>
  </message>
  <message>
   <source>Note on {item}</source>
   <translation>Nota sobre {item}</translation>
  </message>
  <message>
   <source>Mark as done: {item}</source>
   <translation>Marcar como hecho: {item}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/ways_forward.py</name>
  <message numerus="yes">
   <source>{n} rows saved</source>
   <translation>
    <numerusform>{n} fila salvada</numerusform>
    <numerusform>{n} filas salvadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rows known to be lost</source>
   <translation>
    <numerusform>{n} fila perdida conocida</numerusform>
    <numerusform>{n} filas perdidas conocidas</numerusform>
   </translation>
  </message>
  <message>
   <source>Copying the damaged registry</source>
   <translation>Copiando el registro dañado</translation>
  </message>
  <message>
   <source>Salvaging</source>
   <translation>Salvando</translation>
  </message>
  <message>
   <source>Salvaged</source>
   <translation>Salvado</translation>
  </message>
  <message>
   <source>Backups…</source>
   <translation>Copias…</translation>
  </message>
  <message>
   <source>Open a read-only copy</source>
   <translation>Abrir una copia de solo lectura</translation>
  </message>
  <message>
   <source>Salvage what can be read…</source>
   <translation>Salvar lo que se pueda leer…</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/alert_strip.py</name>
  <message>
   <source>Checking alerts…</source>
   <translation>Comprobando alertas…</translation>
  </message>
  <message>
   <source>Alerts could not be worked out</source>
   <translation>No se pudieron elaborar las alertas</translation>
  </message>
  <message>
   <source>Alerts could not be worked out: the guidance could not be applied. Allergies and contraindications stand in the records.</source>
   <translation>No se pudieron elaborar las alertas: no se pudo aplicar la guía. Las alergias y contraindicaciones constan en las entradas.</translation>
  </message>
  <message>
   <source>{alert} Set aside. {how}</source>
   <translation>{alert} Apartado. {how}</translation>
  </message>
  <message>
   <source>Set aside: {alert}</source>
   <translation>Apartado: {alert}</translation>
  </message>
  <message>
   <source>Alerts</source>
   <translation>Alertas</translation>
  </message>
  <message>
   <source>All alerts ({n})</source>
   <translation>Todas las alertas ({n})</translation>
  </message>
  <message>
   <source>Allergies asked for, unknown</source>
   <translation>Se preguntó por alergias, desconocidas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/audit_entry.py</name>
  <message>
   <source>Session</source>
   <translation>Sesión</translation>
  </message>
  <message>
   <source>Program version</source>
   <translation>Versión del programa</translation>
  </message>
  <message>
   <source>{time} UTC</source>
   <translation>{time} UTC</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/audit_filters.py</name>
  <message>
   <source>Search the audit</source>
   <translation>Buscar en la auditoría</translation>
  </message>
  <message>
   <source>Search the audit by words</source>
   <translation>Buscar en la auditoría por palabras</translation>
  </message>
  <message>
   <source>Kind of entry</source>
   <translation>Tipo de entrada</translation>
  </message>
  <message>
   <source>From day</source>
   <translation>Desde el día</translation>
  </message>
  <message>
   <source>From this day on, such as 3/2026 or -2w</source>
   <translation>Desde este día, como 3/2026 o -2w</translation>
  </message>
  <message>
   <source>Until day</source>
   <translation>Hasta el día</translation>
  </message>
  <message>
   <source>Until this day, such as today</source>
   <translation>Hasta este día; t es hoy</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Todos los tipos</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Todas las personas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/body_map.py</name>
  <message>
   <source>Front or back follows the named site; it is not recorded.</source>
   <translation>Frente o dorso según el sitio nombrado; no consta.</translation>
  </message>
  <message>
   <source>{n} of {total} masses on the map.</source>
   <translation>{n} de {total} masas en el mapa.</translation>
  </message>
  <message>
   <source>Body map of the masses</source>
   <translation>Mapa corporal de las masas</translation>
  </message>
  <message>
   <source>Click to add a mass: {place}</source>
   <translation>Haga clic para añadir una masa: {place}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/cohort_head.py</name>
  <message>
   <source>{done} of {total} patients</source>
   <translation>{done} de {total} pacientes</translation>
  </message>
  <message>
   <source>Cohort</source>
   <translation>Cohorte</translation>
  </message>
  <message>
   <source>Patients counted</source>
   <translation>Pacientes contados</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/cohort_patients.py</name>
  <message>
   <source>Filter this list</source>
   <translation>Filtrar esta lista</translation>
  </message>
  <message>
   <source>Filter the patients below</source>
   <translation>Filtrar los pacientes de abajo</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Mostrar todo</translation>
  </message>
  <message>
   <source>Patients: {choice}</source>
   <translation>Pacientes: {choice}</translation>
  </message>
  <message>
   <source>All patients</source>
   <translation>Todos los pacientes</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/criteria_table.py</name>
  <message>
   <source>Criteria of the chosen disorder</source>
   <translation>Criterios del trastorno elegido</translation>
  </message>
  <message>
   <source>Enter shows the evidence in the record.</source>
   <translation>Enter muestra las pruebas en el registro clínico.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/criterion_cells.py</name>
  <message>
   <source>{met} met, {not_met} not met, {unknown} unknown</source>
   <translation>{met} se cumplen, {not_met} no, {unknown} se desconocen</translation>
  </message>
  <message>
   <source>Criteria</source>
   <translation>Criterios</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/document_options.py</name>
  <message>
   <source>Summary for the patient</source>
   <translation>Resumen para el paciente</translation>
  </message>
  <message>
   <source>Timeline on one page</source>
   <translation>Cronología en una página</translation>
  </message>
  <message>
   <source>Phone of the clinic, for patients</source>
   <translation>Teléfono del centro, para pacientes</translation>
  </message>
  <message>
   <source>Phone for nights and weekends, for patients</source>
   <translation>Teléfono para noches y fines de semana, para pacientes</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Secciones</translation>
  </message>
  <message>
   <source>Safety alerts (always on)</source>
   <translation>Alertas de seguridad (siempre)</translation>
  </message>
  <message>
   <source>Units</source>
   <translation>Unidades</translation>
  </message>
  <message>
   <source>Clinic phone</source>
   <translation>Teléfono del centro</translation>
  </message>
  <message>
   <source>Nights</source>
   <translation>Noches</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Documento</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/entry_list.py</name>
  <message>
   <source>Show what it rests on</source>
   <translation>Mostrar en qué se basa</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/export_path.py</name>
  <message>
   <source>Choose: {name}</source>
   <translation>Elegir: {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/fit_legend.py</name>
  <message>
   <source>Cells: {words}</source>
   <translation>Celdas: {words}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/fit_list.py</name>
  <message>
   <source>Established</source>
   <translation>Establecido</translation>
  </message>
  <message>
   <source>Probable</source>
   <translation>Probable</translation>
  </message>
  <message>
   <source>Possible</source>
   <translation>Posible</translation>
  </message>
  <message>
   <source>Unlikely</source>
   <translation>Improbable</translation>
  </message>
  <message>
   <source>met</source>
   <translation>se cumple</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>no se cumple</translation>
  </message>
  <message>
   <source>{standing}. {reason}</source>
   <translation>{standing}. {reason}</translation>
  </message>
  <message>
   <source>Number {n}</source>
   <translation>Número {n}</translation>
  </message>
  <message>
   <source>Differential diagnosis by fit of criteria</source>
   <translation>Diagnóstico diferencial por concordancia de criterios</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/guidance_column.py</name>
  <message>
   <source>{met} met, {not_met} not met, &lt;i&gt;{unknown} unknown&lt;/i&gt; of {all} criteria</source>
   <translation>{met} se cumplen, {not_met} no, &lt;i&gt;{unknown} se desconocen&lt;/i&gt; de {all} criterios</translation>
  </message>
  <message numerus="yes">
   <source>{n} items: see Guidance</source>
   <translation>
    <numerusform>{n} elemento: véase Guía</numerusform>
    <numerusform>{n} elementos: véase Guía</numerusform>
   </translation>
  </message>
  <message>
   <source>Avoid in this patient</source>
   <translation>Evitar en este paciente</translation>
  </message>
  <message>
   <source>Plan now</source>
   <translation>Planificar ahora</translation>
  </message>
  <message numerus="yes">
   <source>{n} more items</source>
   <translation>
    <numerusform>{n} elemento más</numerusform>
    <numerusform>{n} elementos más</numerusform>
   </translation>
  </message>
  <message>
   <source>Set aside, still holds. {how}</source>
   <translation>Apartado, sigue vigente. {how}</translation>
  </message>
  <message>
   <source>{n} superseded</source>
   <translation>{n} superados</translation>
  </message>
  <message numerus="yes">
   <source>{n} days overdue</source>
   <translation>
    <numerusform>vencido hace {n} día</numerusform>
    <numerusform>vencido hace {n} días</numerusform>
   </translation>
  </message>
  <message>
   <source>No disorder fits what is recorded.</source>
   <translation>Ningún trastorno concuerda con lo registrado.</translation>
  </message>
  <message>
   <source>{what} in Guidance</source>
   <translation>{what} en Guía</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/help_text.py</name>
  <message>
   <source>Page of the handbook</source>
   <translation>Página del manual</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/history_filters.py</name>
  <message>
   <source>Filter the history by a word</source>
   <translation>Filtrar el historial por una palabra</translation>
  </message>
  <message>
   <source>Changed by</source>
   <translation>Cambiado por</translation>
  </message>
  <message>
   <source>Show the whole history</source>
   <translation>Mostrar todo el historial</translation>
  </message>
  <message>
   <source>Only {entry}</source>
   <translation>Solo {entry}</translation>
  </message>
  <message>
   <source>No day that can be read</source>
   <translation>No se reconoce ningún día</translation>
  </message>
  <message>
   <source>Imports</source>
   <translation>Importaciones</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/history_table.py</name>
  <message>
   <source>Changes of this patient, newest first</source>
   <translation>Cambios de este paciente, primero lo más reciente</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/hit_list.py</name>
  <message>
   <source>Found</source>
   <translation>Encontrado</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_arriving.py</name>
  <message numerus="yes">
   <source>the first {n} rows, {bad} with an error, {check} to check</source>
   <translation>
    <numerusform>la primera fila ({n}), {bad} con error, {check} por revisar</numerusform>
    <numerusform>las primeras {n} filas, {bad} con error, {check} por revisar</numerusform>
   </translation>
  </message>
  <message>
   <source>Rows as they would arrive</source>
   <translation>Filas como llegarían</translation>
  </message>
  <message>
   <source>Problems ({n})</source>
   <translation>Problemas ({n})</translation>
  </message>
  <message>
   <source>All rows ({n})</source>
   <translation>Todas las filas ({n})</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>Problemas</translation>
  </message>
  <message>
   <source>All rows</source>
   <translation>Todas las filas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_drop.py</name>
  <message>
   <source>Drop files or a folder here, or choose them below.</source>
   <translation>Suelte aquí archivos o una carpeta, o elíjalos abajo.</translation>
  </message>
  <message>
   <source>Several files at once are one import, and one undo takes all of it back.</source>
   <translation>Varios archivos a la vez son una importación, y un solo deshacer la retira entera.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_foot.py</name>
  <message>
   <source>Choose files</source>
   <translation>Elegir archivos</translation>
  </message>
  <message>
   <source>Match columns</source>
   <translation>Asignar columnas</translation>
  </message>
  <message>
   <source>Match patients</source>
   <translation>Asignar pacientes</translation>
  </message>
  <message>
   <source>Check rows</source>
   <translation>Revisar filas</translation>
  </message>
  <message numerus="yes">
   <source>Import {n} rows</source>
   <translation>
    <numerusform>Importar {n} fila</numerusform>
    <numerusform>Importar {n} filas</numerusform>
   </translation>
  </message>
  <message>
   <source>Import more files</source>
   <translation>Importar más archivos</translation>
  </message>
  <message>
   <source>Try it, write nothing</source>
   <translation>Probar, no escribir nada</translation>
  </message>
  <message>
   <source>A file waits for your answer.</source>
   <translation>Un archivo espera su respuesta.</translation>
  </message>
  <message>
   <source>One undo takes back the whole import.</source>
   <translation>Un solo deshacer retira toda la importación.</translation>
  </message>
  <message>
   <source>Save refused rows…</source>
   <translation>Guardar filas rechazadas…</translation>
  </message>
  <message>
   <source>Start over</source>
   <translation>Empezar de nuevo</translation>
  </message>
  <message>
   <source>Nothing to import</source>
   <translation>Nada que importar</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_mapping.py</name>
  <message>
   <source>Field of the registry</source>
   <translation>Campo del registro</translation>
  </message>
  <message>
   <source>First value</source>
   <translation>Primer valor</translation>
  </message>
  <message>
   <source>Field for the column {name}</source>
   <translation>Campo para la columna {name}</translation>
  </message>
  <message>
   <source>Unit of the column {name}</source>
   <translation>Unidad de la columna {name}</translation>
  </message>
  <message>
   <source>What the test {name} is</source>
   <translation>Qué es la prueba {name}</translation>
  </message>
  <message>
   <source>Unit of {name}</source>
   <translation>Unidad de {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_options.py</name>
  <message>
   <source>It holds</source>
   <translation>Contiene</translation>
  </message>
  <message>
   <source>Names of columns stand in row</source>
   <translation>Los nombres de columnas están en la fila</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Fechas</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Números</translation>
  </message>
  <message>
   <source>Column names in row</source>
   <translation>Nombres de columnas en la fila</translation>
  </message>
  <message>
   <source>Whose results</source>
   <translation>Resultados de quién</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_patient.py</name>
  <message>
   <source>{id} · {name} · born {birth}</source>
   <translation>{id} · {name} · nacido {birth}</translation>
  </message>
  <message>
   <source>Registry ID or name</source>
   <translation>ID de registro o nombre</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/import_steps.py</name>
  <message>
   <source>Step {n} of {all}: {name}</source>
   <translation>Paso {n} de {all}: {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_delegate.py</name>
  <message>
   <source>in {unit} unless you type another</source>
   <translation>en {unit} salvo que escriba otra</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_details.py</name>
  <message>
   <source>Lab range from</source>
   <translation>Intervalo lab. de</translation>
  </message>
  <message>
   <source>to</source>
   <translation>a</translation>
  </message>
  <message>
   <source>On binder</source>
   <translation>Con quelante</translation>
  </message>
  <message>
   <source>Flag by lab</source>
   <translation>Indicación del lab.</translation>
  </message>
  <message>
   <source>A limit is a number without a sign before it.</source>
   <translation>Un límite es un número sin signo delante.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_header.py</name>
  <message>
   <source>Date of the column {time}</source>
   <translation>Fecha de la columna {time}</translation>
  </message>
  <message>
   <source>t, -2w, 3/2024, 14y6m</source>
   <translation>t, -2w, 3/2024, 14y6m</translation>
  </message>
  <message>
   <source>A date, t for today, -2w, 3/2024, or an age such as 14y6m</source>
   <translation>Una fecha, t para hoy, -2w, 3/2024, o una edad como 14y6m</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_inspector.py</name>
  <message>
   <source>Method, specimen, own range, marks, note (Shift+F2)</source>
   <translation>Método, muestra, intervalo propio, marcas, nota (Shift+F2)</translation>
  </message>
  <message>
   <source>Details of this result</source>
   <translation>Detalles de este resultado</translation>
  </message>
  <message>
   <source>Why it is right, then Enter</source>
   <translation>Por qué es correcto, después Enter</translation>
  </message>
  <message>
   <source>Reason why this unusual value is right</source>
   <translation>Motivo por el que este valor inusual es correcto</translation>
  </message>
  <message>
   <source>About this cell</source>
   <translation>Sobre esta celda</translation>
  </message>
  <message numerus="yes">
   <source>{n} cells need a look (F8)</source>
   <translation>
    <numerusform>{n} celda requiere revisión (F8)</numerusform>
    <numerusform>{n} celdas requieren revisión (F8)</numerusform>
   </translation>
  </message>
  <message>
   <source>Did you mean {value}?</source>
   <translation>¿Quiso decir {value}?</translation>
  </message>
  <message>
   <source>It is right…</source>
   <translation>Es correcto…</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Vaciar</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_paste_panel.py</name>
  <message>
   <source>Pasted</source>
   <translation>Pegado</translation>
  </message>
  <message>
   <source>Shown as</source>
   <translation>Se muestra como</translation>
  </message>
  <message>
   <source>Keep both</source>
   <translation>Conservar ambos</translation>
  </message>
  <message>
   <source>Replace it</source>
   <translation>Sustituirlo</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>listo</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>saltado</translation>
  </message>
  <message>
   <source>Paste from a spreadsheet</source>
   <translation>Pegar desde una hoja de cálculo</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>What would be stored</source>
   <translation>Qué se guardaría</translation>
  </message>
  <message numerus="yes">
   <source>Store {n} values</source>
   <translation>
    <numerusform>Guardar {n} valor</numerusform>
    <numerusform>Guardar {n} valores</numerusform>
   </translation>
  </message>
  <message>
   <source>Stored as pasted, with its unit; shown in the unit of the grid.</source>
   <translation>Se guarda tal como se pegó, con su unidad; se muestra en la unidad de la tabla.</translation>
  </message>
  <message numerus="yes">
   <source>Not understood, {n} cells: {cells}</source>
   <translation>
    <numerusform>Sin entender, {n} celda: {cells}</numerusform>
    <numerusform>Sin entender, {n} celdas: {cells}</numerusform>
   </translation>
  </message>
  <message>
   <source>Values without a date go into the column {column}.</source>
   <translation>Los valores sin fecha van a la columna {column}.</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Saltar</translation>
  </message>
  <message>
   <source>Do not skip</source>
   <translation>No saltar</translation>
  </message>
  <message>
   <source>All in the units of the grid</source>
   <translation>Todo en las unidades de la tabla</translation>
  </message>
  <message>
   <source>Day first</source>
   <translation>Día primero</translation>
  </message>
  <message>
   <source>Month first</source>
   <translation>Mes primero</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_tables.py</name>
  <message>
   <source>Tab goes from cell to cell; Ctrl+Tab leaves the grid.</source>
   <translation>Tab pasa de celda en celda; Ctrl+Tab sale de la tabla.</translation>
  </message>
  <message>
   <source>Tests, units, ranges and trends</source>
   <translation>Pruebas, unidades, intervalos y tendencias</translation>
  </message>
  <message>
   <source>Laboratory results, one column per sampling</source>
   <translation>Resultados de laboratorio, una columna por toma</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/lab_toolbar.py</name>
  <message>
   <source>2 years</source>
   <translation>2 años</translation>
  </message>
  <message>
   <source>5 years</source>
   <translation>5 años</translation>
  </message>
  <message>
   <source>sent, no result</source>
   <translation>enviado</translation>
  </message>
  <message>
   <source>Add test…</source>
   <translation>Añadir prueba…</translation>
  </message>
  <message>
   <source>Add a test by its name</source>
   <translation>Añadir una prueba por su nombre</translation>
  </message>
  <message>
   <source>A column for today (Ctrl+L)</source>
   <translation>Una columna para hoy (Ctrl+L)</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Pegar</translation>
  </message>
  <message>
   <source>Paste a block copied from a spreadsheet (Ctrl+V)</source>
   <translation>Pegar un bloque copiado de una hoja de cálculo (Ctrl+V)</translation>
  </message>
  <message>
   <source>Copy table</source>
   <translation>Copiar tabla</translation>
  </message>
  <message>
   <source>Copy all that is shown, for a spreadsheet</source>
   <translation>Copiar todo lo que se muestra, para una hoja de cálculo</translation>
  </message>
  <message>
   <source>Only tests with results</source>
   <translation>Solo pruebas con resultados</translation>
  </message>
  <message>
   <source>Add a test…</source>
   <translation>Añadir una prueba…</translation>
  </message>
  <message>
   <source>HH and LL: also beyond the limits at which an entry is asked back. (H) and (L): borderline, laboratories differ. Arrowhead: outside the patient’s own target. Left of a value: f fasting, h hemolyzed, b on phosphate binder, d dialysis day.</source>
   <translation>HH y LL: también fuera de los límites en que se pide confirmar una entrada. (H) y (L): en el límite, los laboratorios difieren. Punta de flecha: fuera del objetivo propio del paciente. A la izquierda de un valor: f ayunas, h hemólisis, b con quelante de fósforo, d día de diálisis.</translation>
  </message>
  <message>
   <source>No test is called “{text}”. Choose one of the list.</source>
   <translation>Ninguna prueba se llama «{text}». Elija una de la lista.</translation>
  </message>
  <message>
   <source>Show {years}</source>
   <translation>Mostrar {years}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/letter_text.py</name>
  <message>
   <source>Text of the letter</source>
   <translation>Texto de la carta</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/map_legend.py</name>
  <message>
   <source>None told</source>
   <translation>Ninguna indicada</translation>
  </message>
  <message>
   <source>Legend: {words}; dashed ring: {unknown}</source>
   <translation>Leyenda: {words}; anillo discontinuo: {unknown}</translation>
  </message>
  <message>
   <source>Click body to add</source>
   <translation>Clic en el cuerpo para añadir</translation>
  </message>
  <message>
   <source>Size:</source>
   <translation>Tamaño:</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/mass_list.py</name>
  <message>
   <source>Growth / year</source>
   <translation>Crec. / año</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/mass_rows.py</name>
  <message>
   <source>unclear whether it grows</source>
   <translation>no está claro si crece</translation>
  </message>
  <message>
   <source>completely excised and not seen since</source>
   <translation>extirpada por completo y no vista desde entonces</translation>
  </message>
  <message>
   <source>merged into another mass</source>
   <translation>unida a otra masa</translation>
  </message>
  <message>
   <source>recurred</source>
   <translation>recurrió</translation>
  </message>
  <message>
   <source>{n} active</source>
   <translation>{n} activas</translation>
  </message>
  <message>
   <source>{volume} on {when}</source>
   <translation>{volume} el {when}</translation>
  </message>
  <message>
   <source>{state}, {rate} per year</source>
   <translation>{state}, {rate} por año</translation>
  </message>
  <message>
   <source>in {mass}</source>
   <translation>en {mass}</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>no hallada</translation>
  </message>
  <message>
   <source>{n} recurred</source>
   <translation>{n} con recurrencia</translation>
  </message>
  <message>
   <source>{n} excised</source>
   <translation>{n} extirpadas</translation>
  </message>
  <message>
   <source>{n} merged</source>
   <translation>{n} unidas</translation>
  </message>
  <message>
   <source>{n} not assessed at the latest look</source>
   <translation>{n} sin valorar en la última observación</translation>
  </message>
  <message>
   <source>not assessed since {when}</source>
   <translation>sin valorar desde {when}</translation>
  </message>
  <message>
   <source>region examined, no size ({when})</source>
   <translation>región explorada, sin tamaño ({when})</translation>
  </message>
  <message>
   <source>no value</source>
   <translation>sin valor</translation>
  </message>
  <message>
   <source>1 value</source>
   <translation>1 valor</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/menu_row.py</name>
  <message>
   <source>{units}: changes what is shown, never what was entered</source>
   <translation>{units}: cambia lo que se muestra, nunca lo que se introdujo</translation>
  </message>
  <message>
   <source>The name written beside each change. Press to change it.</source>
   <translation>El nombre que se escribe junto a cada cambio. Pulse para cambiarlo.</translation>
  </message>
  <message>
   <source>Conventional units</source>
   <translation>Unidades convencionales</translation>
  </message>
  <message>
   <source>SI units</source>
   <translation>Unidades SI</translation>
  </message>
  <message>
   <source>Signed in as {role}.</source>
   <translation>Sesión iniciada como {role}.</translation>
  </message>
  <message>
   <source>User {name}</source>
   <translation>Usuario {name}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/page_preview.py</name>
  <message>
   <source>of {pages}</source>
   <translation>de {pages}</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Página</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Reducir</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Ampliar</translation>
  </message>
  <message>
   <source>Fit page</source>
   <translation>Ajustar página</translation>
  </message>
  <message>
   <source>Two pages</source>
   <translation>Dos páginas</translation>
  </message>
  <message>
   <source>Preview is the exact PDF</source>
   <translation>La vista previa es el PDF exacto</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Preview of the document</source>
   <translation>Vista previa del documento</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Página {number} de {pages}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/passphrase.py</name>
  <message>
   <source>Show the letters: {field}</source>
   <translation>Mostrar las letras: {field}</translation>
  </message>
  <message>
   <source>Caps Lock is on.</source>
   <translation>Bloq Mayús está activado.</translation>
  </message>
  <message>
   <source>New passphrase again</source>
   <translation>Frase nueva otra vez</translation>
  </message>
  <message numerus="yes">
   <source>The passphrase needs {n} characters more.</source>
   <translation>
    <numerusform>A la frase le falta {n} carácter.</numerusform>
    <numerusform>A la frase le faltan {n} caracteres.</numerusform>
   </translation>
  </message>
  <message>
   <source>At least 12 characters. Four words that nobody connects are good.</source>
   <translation>Al menos 12 caracteres. Valen bien cuatro palabras que nadie relacione.</translation>
  </message>
  <message>
   <source>Both are the same.</source>
   <translation>Las dos son iguales.</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Ocultar</translation>
  </message>
  <message>
   <source>The same again</source>
   <translation>La misma otra vez</translation>
  </message>
  <message>
   <source>Long enough. Longer is stronger.</source>
   <translation>Suficiente. Más larga es más fuerte.</translation>
  </message>
  <message>
   <source>Long and strong.</source>
   <translation>Larga y fuerte.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/pedigree.py</name>
  <message>
   <source>Other relatives, line not recorded</source>
   <translation>Otros familiares, línea no registrada</translation>
  </message>
  <message>
   <source>Pedigree</source>
   <translation>Árbol genealógico</translation>
  </message>
  <message>
   <source>Chosen: {person}</source>
   <translation>Elegido: {person}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/rail.py</name>
  <message numerus="yes">
   <source>{n} need action today</source>
   <translation>
    <numerusform>{n} requiere actuar hoy</numerusform>
    <numerusform>{n} requieren actuar hoy</numerusform>
   </translation>
  </message>
  <message>
   <source>Navigation</source>
   <translation>Navegación</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/recovery_code.py</name>
  <message>
   <source>This code opens the registry when every passphrase is lost. It is shown only now. Print it, or write it down, and keep it in a closed envelope away from this computer.</source>
   <translation>Este código abre el registro cuando se han perdido todas las frases. Solo se muestra ahora. Imprímalo, o anótelo, y guárdelo en un sobre cerrado lejos de este equipo.</translation>
  </message>
  <message>
   <source>Recovery code {code}</source>
   <translation>Código de recuperación {code}</translation>
  </message>
  <message>
   <source>I have kept the recovery code</source>
   <translation>He guardado el código de recuperación</translation>
  </message>
  <message>
   <source>Copied. The clipboard is emptied when the window is locked.</source>
   <translation>Copiado. El portapapeles se vacía al bloquear la ventana.</translation>
  </message>
  <message>
   <source>Sent to the printer.</source>
   <translation>Enviado a la impresora.</translation>
  </message>
  <message>
   <source>Recovery code of a registry</source>
   <translation>Código de recuperación de un registro</translation>
  </message>
  <message>
   <source>Whoever holds this code and the registry file can read every patient. Keep it closed, away from the computer. Each use is written to the audit.</source>
   <translation>Quien tenga este código y el archivo del registro puede leer a cada paciente. Guárdelo cerrado, lejos del equipo. Cada uso se escribe en la auditoría.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/recovery_form.py</name>
  <message>
   <source>Its use is written to the audit. Another code is shown then, and this one is void.</source>
   <translation>Su uso se escribe en la auditoría. Después se muestra otro código, y este deja de valer.</translation>
  </message>
  <message>
   <source>As it stands on the printed sheet</source>
   <translation>Como está en la hoja impresa</translation>
  </message>
  <message>
   <source>Person who gets the new passphrase</source>
   <translation>Persona que recibe la frase nueva</translation>
  </message>
  <message>
   <source>Set passphrase and sign in</source>
   <translation>Poner la frase e iniciar sesión</translation>
  </message>
  <message>
   <source>Type the recovery code.</source>
   <translation>Escriba el código de recuperación.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/result_cells.py</name>
  <message>
   <source>Entered as {value} {unit}</source>
   <translation>Introducido como {value} {unit}</translation>
  </message>
  <message>
   <source>{word} (no number)</source>
   <translation>{word} (sin número)</translation>
  </message>
  <message>
   <source>Range: {source}</source>
   <translation>Intervalo: {source}</translation>
  </message>
  <message>
   <source>Not judged: {reason}</source>
   <translation>Sin valorar: {reason}</translation>
  </message>
  <message>
   <source>Method: {method}</source>
   <translation>Método: {method}</translation>
  </message>
  <message>
   <source>{n} of {all} assessed</source>
   <translation>{n} de {all} valoradas</translation>
  </message>
  <message>
   <source>was {value}</source>
   <translation>antes {value}</translation>
  </message>
  <message>
   <source>Before: {value} {unit}, {when}</source>
   <translation>Antes: {value} {unit}, {when}</translation>
  </message>
  <message>
   <source>lab ref {limits}</source>
   <translation>ref. lab. {limits}</translation>
  </message>
  <message>
   <source>ref {limits}</source>
   <translation>ref. {limits}</translation>
  </message>
  <message>
   <source>borderline, {range}</source>
   <translation>en el límite, {range}</translation>
  </message>
  <message>
   <source>The laboratory's own range</source>
   <translation>El intervalo propio del laboratorio</translation>
  </message>
  <message>
   <source>reported</source>
   <translation>informado</translation>
  </message>
  <message>
   <source>Its inputs were not measured at one time</source>
   <translation>Sus datos de partida no se midieron a la vez</translation>
  </message>
  <message>
   <source>no result</source>
   <translation>sin resultado</translation>
  </message>
  <message>
   <source>not computable</source>
   <translation>no calculable</translation>
  </message>
  <message>
   <source>no mass recorded</source>
   <translation>ninguna masa registrada</translation>
  </message>
  <message>
   <source>Sum of the latest volume of each mass</source>
   <translation>Suma del último volumen de cada masa</translation>
  </message>
  <message>
   <source>Reported in words only</source>
   <translation>Informado solo con palabras</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/result_strip.py</name>
  <message>
   <source>Key results</source>
   <translation>Resultados clave</translation>
  </message>
  <message>
   <source>calc.</source>
   <translation>calc.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/search_box.py</name>
  <message>
   <source>Find patient, or type a command</source>
   <translation>Buscar paciente o escribir una orden</translation>
  </message>
  <message>
   <source>Find patient or command</source>
   <translation>Buscar paciente u orden</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/shortcuts.py</name>
  <message>
   <source>Save the form; again to keep an unusual entry</source>
   <translation>Guardar el formulario; de nuevo para conservar una entrada inusual</translation>
  </message>
  <message>
   <source>Save and begin the next entry</source>
   <translation>Guardar y empezar la entrada siguiente</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>Campo siguiente</translation>
  </message>
  <message>
   <source>Choose from what is offered while typing</source>
   <translation>Elegir de lo que se ofrece al escribir</translation>
  </message>
  <message>
   <source>Leave; what was typed is there when the form is opened next</source>
   <translation>Salir; lo escrito estará ahí cuando el formulario se abra de nuevo</translation>
  </message>
  <message>
   <source>In a date: today, yesterday</source>
   <translation>En una fecha: hoy, ayer</translation>
  </message>
  <message>
   <source>In a date: so many days, weeks (w), months (m) or years (y) from today</source>
   <translation>En una fecha: tantos días, semanas (w), meses (m) o años (y) desde hoy</translation>
  </message>
  <message>
   <source>In a date: a month alone, an age</source>
   <translation>En una fecha: solo un mes, una edad</translation>
  </message>
  <message>
   <source>Open a patient; edit a record</source>
   <translation>Abrir un paciente; editar una entrada</translation>
  </message>
  <message>
   <source>Remove a record; Ctrl+Z brings it back</source>
   <translation>Eliminar una entrada; Ctrl+Z la recupera</translation>
  </message>
  <message>
   <source>Open the patient where the reason is shown</source>
   <translation>Abrir el paciente donde se muestra el motivo</translation>
  </message>
  <message>
   <source>Mark as done; Ctrl+Z brings it back</source>
   <translation>Marcar como hecho; Ctrl+Z lo recupera</translation>
  </message>
  <message>
   <source>Snooze with a reason</source>
   <translation>Posponer con un motivo</translation>
  </message>
  <message>
   <source>Give it to somebody</source>
   <translation>Asignarla a alguien</translation>
  </message>
  <message>
   <source>Add a note</source>
   <translation>Añadir una nota</translation>
  </message>
  <message>
   <source>One’s own rows, or all again</source>
   <translation>Las filas propias, o todas de nuevo</translation>
  </message>
  <message>
   <source>Keyboard</source>
   <translation>Teclado</translation>
  </message>
  <message>
   <source>Key or action</source>
   <translation>Tecla o acción</translation>
  </message>
  <message>
   <source>Find a key or an action</source>
   <translation>Buscar una tecla o una acción</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/snooze_form.py</name>
  <message>
   <source>Snooze</source>
   <translation>Posponer</translation>
  </message>
  <message>
   <source>Snooze   {keys}</source>
   <translation>Posponer   {keys}</translation>
  </message>
  <message>
   <source>At the latest until {day}.</source>
   <translation>Como máximo hasta el {day}.</translation>
  </message>
  <message>
   <source>Type one whole day, such as +2d.</source>
   <translation>Escriba un día completo, como +2d.</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/source_chips.py</name>
  <message>
   <source>Sources {names}</source>
   <translation>Fuentes {names}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/status_row.py</name>
  <message>
   <source>DEMO DATA – fictional people</source>
   <translation>DATOS DE DEMOSTRACIÓN – personas ficticias</translation>
  </message>
  <message>
   <source>No registry open</source>
   <translation>Ningún registro abierto</translation>
  </message>
  <message>
   <source>All changes saved {time}</source>
   <translation>Todos los cambios guardados {time}</translation>
  </message>
  <message>
   <source>Unfinished: {what}</source>
   <translation>Sin terminar: {what}</translation>
  </message>
  <message numerus="yes">
   <source>{text} and {n} more</source>
   <translation>
    <numerusform>{text} y {n} más</numerusform>
    <numerusform>{text} y {n} más</numerusform>
   </translation>
  </message>
  <message>
   <source>All changes saved</source>
   <translation>Todos los cambios guardados</translation>
  </message>
  <message>
   <source>Ctrl+Z undoes: {what}</source>
   <translation>Ctrl+Z deshace: {what}</translation>
  </message>
  <message>
   <source>Encrypted</source>
   <translation>Cifrado</translation>
  </message>
  <message>
   <source>Only people who sign in can read this registry.</source>
   <translation>Solo quien inicia sesión puede leer este registro.</translation>
  </message>
  <message>
   <source>Demonstration · fictional patients · not encrypted</source>
   <translation>Demostración · pacientes ficticios · sin cifrar</translation>
  </message>
  <message>
   <source>Every person in this registry is invented.</source>
   <translation>Todas las personas de este registro son inventadas.</translation>
  </message>
  <message>
   <source>Not encrypted</source>
   <translation>Sin cifrar</translation>
  </message>
  <message>
   <source>Whoever can read the file can read the patients. See the File menu.</source>
   <translation>Quien pueda leer el archivo puede leer a los pacientes. Vea el menú Archivo.</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Deteniendo…</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/tiles.py</name>
  <message>
   <source>filtered: {note}</source>
   <translation>filtrado: {note}</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/worklist_forms.py</name>
  <message>
   <source>Give   {keys}</source>
   <translation>Asignar   {keys}</translation>
  </message>
  <message>
   <source>Add note   {keys}</source>
   <translation>Añadir nota   {keys}</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Nadie</translation>
  </message>
  <message>
   <source>Give to somebody</source>
   <translation>Asignar a alguien</translation>
  </message>
  <message>
   <source>Give to</source>
   <translation>Asignar a</translation>
  </message>
  <message>
   <source>Note *</source>
   <translation>Nota *</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/worklist_preview.py</name>
  <message>
   <source>Why this is on the list</source>
   <translation>Por qué está en la lista</translation>
  </message>
  <message>
   <source>Open patient   {keys}</source>
   <translation>Abrir paciente   {keys}</translation>
  </message>
  <message>
   <source>Mark as done   {keys}</source>
   <translation>Hecho   {keys}</translation>
  </message>
  <message>
   <source>Snooze…   {keys}</source>
   <translation>Posponer…   {keys}</translation>
  </message>
  <message>
   <source>Give to…   {keys}</source>
   <translation>Asignar…   {keys}</translation>
  </message>
  <message>
   <source>Note…   {keys}</source>
   <translation>Nota…   {keys}</translation>
  </message>
  <message>
   <source>Why this is on your list</source>
   <translation>Por qué está en su lista</translation>
  </message>
  <message>
   <source>Suggested next step</source>
   <translation>Próximo paso propuesto</translation>
  </message>
  <message>
   <source>Whose it is</source>
   <translation>De quién es</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message numerus="yes">
   <source>Can be snoozed for {n} days, until {until}.</source>
   <translation>
    <numerusform>Se puede posponer {n} día, hasta {until}.</numerusform>
    <numerusform>Se puede posponer {n} días, hasta {until}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing chosen</source>
   <translation>Nada elegido</translation>
  </message>
  <message>
   <source>Evidence in record</source>
   <translation>Pruebas en el registro clínico</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Espacio</translation>
  </message>
 </context>
 <context>
  <name>desktop/ui/widgets/worklist_tools.py</name>
  <message>
   <source>Guidance applied to {done} of {total}</source>
   <translation>Guía aplicada a {done} de {total}</translation>
  </message>
  <message>
   <source>For every patient of the list as it is filtered</source>
   <translation>Para cada paciente de la lista tal como está filtrada</translation>
  </message>
  <message>
   <source>Documents for these patients…</source>
   <translation>Documentos para estos pacientes…</translation>
  </message>
  <message>
   <source>Export these patients…</source>
   <translation>Exportar estos pacientes…</translation>
  </message>
  <message>
   <source>Filter the worklist</source>
   <translation>Filtrar la lista de trabajo</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>Míos</translation>
  </message>
  <message>
   <source>Given to you, or of patients whom you saw last ({keys})</source>
   <translation>Asignado a usted, o de pacientes a quienes atendió por última vez ({keys})</translation>
  </message>
  <message>
   <source>Show why an item is on the list</source>
   <translation>Mostrar por qué un elemento está en la lista</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/assessments.py</name>
  <message>
   <source>Applying the guidance</source>
   <translation>Aplicando la guía</translation>
  </message>
  <message>
   <source>There is no patient {ids} in {file}.</source>
   <translation>No hay ningún paciente {ids} en {file}.</translation>
  </message>
  <message>
   <source>`list` shows the registry IDs.</source>
   <translation>`list` muestra los ID de registro.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/backups.py</name>
  <message>
   <source>Make a backup</source>
   <translation>Hacer una copia de seguridad</translation>
  </message>
  <message>
   <source>Make a copy</source>
   <translation>Hacer una copia</translation>
  </message>
  <message>
   <source>Restore from a backup</source>
   <translation>Restaurar de una copia de seguridad</translation>
  </message>
  <message>
   <source>Delete a backup</source>
   <translation>Borrar una copia de seguridad</translation>
  </message>
  <message>
   <source>Try to restore the newest backup</source>
   <translation>Probar a restaurar la copia de seguridad más reciente</translation>
  </message>
  <message>
   <source>Save what is readable of a damaged registry</source>
   <translation>Salvar lo que se puede leer de un registro dañado</translation>
  </message>
  <message>
   <source>There is no backup called {name} in {folder}.</source>
   <translation>No hay ninguna copia de seguridad llamada {name} en {folder}.</translation>
  </message>
  <message>
   <source>Look into the list of backups for its name.</source>
   <translation>Busque su nombre en la lista de copias de seguridad.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/cohort_figures.py</name>
  <message>
   <source>no standing recorded</source>
   <translation>sin situación registrada</translation>
  </message>
  <message>
   <source>female</source>
   <translation>mujer</translation>
  </message>
  <message>
   <source>male</source>
   <translation>hombre</translation>
  </message>
  <message>
   <source>no record with a time</source>
   <translation>sin entradas con fecha</translation>
  </message>
  <message>
   <source>under 1 year</source>
   <translation>menos de 1 año</translation>
  </message>
  <message>
   <source>1 to under 2 years</source>
   <translation>de 1 a menos de 2 años</translation>
  </message>
  <message>
   <source>2 to under 5 years</source>
   <translation>de 2 a menos de 5 años</translation>
  </message>
  <message>
   <source>5 to under 10 years</source>
   <translation>de 5 a menos de 10 años</translation>
  </message>
  <message>
   <source>10 years and more</source>
   <translation>10 años y más</translation>
  </message>
  <message>
   <source>{diagnosis}: ruled out</source>
   <translation>{diagnosis}: descartado</translation>
  </message>
  <message>
   <source>{standing} {n}</source>
   <translation>{standing} {n}</translation>
  </message>
  <message>
   <source>no diagnosis held</source>
   <translation>sin diagnóstico asignado</translation>
  </message>
  <message>
   <source>age not known</source>
   <translation>edad desconocida</translation>
  </message>
  <message>
   <source>died</source>
   <translation>fallecidos</translation>
  </message>
  <message>
   <source>first to last record; median {years} years</source>
   <translation>de la primera a la última entrada; mediana {years} años</translation>
  </message>
  <message>
   <source>running in {n}</source>
   <translation>en curso en {n}</translation>
  </message>
  <message>
   <source>no longer running in anybody</source>
   <translation>ya no está en curso en nadie</translation>
  </message>
  <message>
   <source>by the range for the age at sampling</source>
   <translation>según el intervalo para la edad en la toma</translation>
  </message>
  <message>
   <source>a patient may have several</source>
   <translation>un paciente puede tener varios</translation>
  </message>
  <message>
   <source>choosing one lists who lacks it</source>
   <translation>al elegir uno se enumera a quién le falta</translation>
  </message>
  <message numerus="yes">
   <source>in {n} patients</source>
   <translation>
    <numerusform>en {n} paciente</numerusform>
    <numerusform>en {n} pacientes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>desktop/work/cohort_members.py</name>
  <message>
   <source>Counting patients</source>
   <translation>Contando pacientes</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/cohort_text.py</name>
  <message>
   <source>Counts below {limit} can point at a person: merge or withhold them before release.</source>
   <translation>Los recuentos inferiores a {limit} pueden señalar a una persona: agrúpelos o resérvelos antes de la entrega.</translation>
  </message>
  <message>
   <source>masses</source>
   <translation>masas</translation>
  </message>
  <message>
   <source>under 1 %</source>
   <translation>menos del 1 %</translation>
  </message>
  <message>
   <source>over 99 %</source>
   <translation>más del 99 %</translation>
  </message>
  <message>
   <source>{n} %</source>
   <translation>{n} %</translation>
  </message>
  <message>
   <source>note</source>
   <translation>nota</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/contradictions.py</name>
  <message>
   <source>Recorded against “{stop}” on {day} by {who}: {reason}</source>
   <translation>Registrado en contra de «{stop}» el {day} por {who}: {reason}</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/editions.py</name>
  <message>
   <source>Since {when} (guidance {edition}):</source>
   <translation>Desde {when} (guía {edition}):</translation>
  </message>
  <message>
   <source>the record</source>
   <translation>el registro clínico</translation>
  </message>
  <message>
   <source>the rules</source>
   <translation>las reglas</translation>
  </message>
  <message>
   <source>The assessment stored on {when} cannot be compared.</source>
   <translation>La evaluación guardada el {when} no se puede comparar.</translation>
  </message>
  <message>
   <source>Stored: {when}</source>
   <translation>Guardada: {when}</translation>
  </message>
  <message>
   <source>The guidance is now {edition}.</source>
   <translation>La guía es ahora la {edition}.</translation>
  </message>
  <message>
   <source>Nothing is told otherwise.</source>
   <translation>Nada se indica de otro modo.</translation>
  </message>
  <message>
   <source>{what}: {change} (why: {why})</source>
   <translation>{what}: {change} (motivo: {why})</translation>
  </message>
  <message>
   <source>{change}: {record}</source>
   <translation>{change}: {record}</translation>
  </message>
  <message>
   <source>The record is as it was; time has passed.</source>
   <translation>El registro clínico sigue igual; ha pasado el tiempo.</translation>
  </message>
  <message>
   <source>It is kept as it is.</source>
   <translation>Se conserva como está.</translation>
  </message>
  <message>
   <source>Store a new one, and compare with that from now on.</source>
   <translation>Guarde una nueva y compare con ella en adelante.</translation>
  </message>
  <message>
   <source>No earlier assessment is stored.</source>
   <translation>No hay ninguna evaluación anterior guardada.</translation>
  </message>
  <message>
   <source>Rules of the same edition were worded anew.</source>
   <translation>Se redactaron de nuevo reglas de la misma edición.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/export.py</name>
  <message>
   <source>not chosen for this export</source>
   <translation>no elegidos para esta exportación</translation>
  </message>
  <message>
   <source>Exporting patients</source>
   <translation>Exportando pacientes</translation>
  </message>
  <message numerus="yes">
   <source>{n} patients withdrew consent, or left, since this export was prepared.</source>
   <translation>
    <numerusform>{n} paciente retiró su consentimiento, o salió, desde que se preparó esta exportación.</numerusform>
    <numerusform>{n} pacientes retiraron su consentimiento, o salieron, desde que se preparó esta exportación.</numerusform>
   </translation>
  </message>
  <message>
   <source>Prepare the export again: it will leave them out.</source>
   <translation>Prepare la exportación de nuevo: los dejará fuera.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/export_command.py</name>
  <message>
   <source>Nothing was written. Read the report; --accept-release writes the export.</source>
   <translation>No se escribió nada. Lea el informe; --accept-release escribe la exportación.</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>Escrito: {path}</translation>
  </message>
  <message>
   <source>Write this export? Type yes:</source>
   <translation>¿Escribir esta exportación? Escriba yes:</translation>
  </message>
  <message>
   <source>{options} belongs to --deidentify.</source>
   <translation>{options} corresponde a --deidentify.</translation>
  </message>
  <message>
   <source>{options} belongs to --format redcap.</source>
   <translation>{options} corresponde a --format redcap.</translation>
  </message>
  <message>
   <source>Left out, because the format has no place for it: {what}</source>
   <translation>Omitido, porque el formato no tiene lugar para ello: {what}</translation>
  </message>
  <message>
   <source>Add --deidentify, or leave it out.</source>
   <translation>Añada --deidentify u omítalo.</translation>
  </message>
  <message>
   <source>Leave it out.</source>
   <translation>Omítalo.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/export_files.py</name>
  <message>
   <source>{path} is the registry itself.</source>
   <translation>{path} es el propio registro.</translation>
  </message>
  <message>
   <source>{path} is a file, and this export is a folder.</source>
   <translation>{path} es un archivo, y esta exportación es una carpeta.</translation>
  </message>
  <message>
   <source>{path} is a folder, and this export is a file.</source>
   <translation>{path} es una carpeta, y esta exportación es un archivo.</translation>
  </message>
  <message>
   <source>{path} is not empty.</source>
   <translation>{path} no está vacía.</translation>
  </message>
  <message>
   <source>The list of pseudonyms must not lie inside the export.</source>
   <translation>La lista de seudónimos no debe estar dentro de la exportación.</translation>
  </message>
  <message>
   <source>{path} exists already: an older list must not be lost.</source>
   <translation>{path} ya existe: no debe perderse una lista anterior.</translation>
  </message>
  <message>
   <source>Name another file.</source>
   <translation>Indique otro archivo.</translation>
  </message>
  <message>
   <source>Name a folder that does not exist yet.</source>
   <translation>Indique una carpeta que aún no exista.</translation>
  </message>
  <message>
   <source>Name a file.</source>
   <translation>Indique un archivo.</translation>
  </message>
  <message>
   <source>Name a folder that does not exist yet, so that nothing gets mixed up.</source>
   <translation>Indique una carpeta que aún no exista, para que nada se mezcle.</translation>
  </message>
  <message>
   <source>Keep it where only the clinic reads it.</source>
   <translation>Guárdela donde solo la lea el centro.</translation>
  </message>
  <message>
   <source>Name a file that does not exist yet.</source>
   <translation>Indique un archivo que aún no exista.</translation>
  </message>
  <message>
   <source>Choose another place.</source>
   <translation>Elija otro lugar.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/export_manifest.py</name>
  <message>
   <source>Export data</source>
   <translation>Exportar datos</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/family_building.py</name>
  <message>
   <source>Records of this family contradict each other about {who}: {what}.</source>
   <translation>Las entradas de esta familia se contradicen sobre {who}: {what}.</translation>
  </message>
  <message numerus="yes">
   <source>{patient} names {n} relatives without registry IDs who may stand here already.</source>
   <translation>
    <numerusform>{patient} menciona {n} familiar sin ID de registro que puede figurar ya aquí.</numerusform>
    <numerusform>{patient} menciona {n} familiares sin ID de registro que pueden figurar ya aquí.</numerusform>
   </translation>
  </message>
  <message>
   <source>a relative</source>
   <translation>un familiar</translation>
  </message>
  <message>
   <source>generation</source>
   <translation>generación</translation>
  </message>
  <message>
   <source>affected or not</source>
   <translation>con o sin la enfermedad</translation>
  </message>
  <message>
   <source>carrier or not</source>
   <translation>portador o no</translation>
  </message>
  <message>
   <source>deceased or not</source>
   <translation>fallecido o no</translation>
  </message>
  <message>
   <source>who the parents are</source>
   <translation>quiénes son los padres</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/import_clinical.py</name>
  <message>
   <source>an ID of patients.csv or of the registry</source>
   <translation>un ID de patients.csv o del registro</translation>
  </message>
  <message>
   <source>no such patient</source>
   <translation>no existe ese paciente</translation>
  </message>
  <message>
   <source>the same result stands in the file twice: taken once</source>
   <translation>el mismo resultado figura dos veces en el archivo: se toma una vez</translation>
  </message>
  <message>
   <source>the patient's own row does not agree with the registry: is it the same person</source>
   <translation>la propia fila del paciente no concuerda con el registro: ¿es la misma persona?</translation>
  </message>
  <message>
   <source>left out, as you said</source>
   <translation>se deja fuera, como usted dijo</translation>
  </message>
  <message>
   <source>a mass of masses.csv or of the registry</source>
   <translation>una masa de masses.csv o del registro</translation>
  </message>
  <message>
   <source>this patient has no such mass</source>
   <translation>este paciente no tiene esa masa</translation>
  </message>
  <message>
   <source>mass {mass_id} is known already, with {value}</source>
   <translation>la masa {mass_id} ya se conoce, con {value}</translation>
  </message>
  <message>
   <source>the same value, or another mass_id; change it in the program</source>
   <translation>el mismo valor u otro mass_id; cámbielo en el programa</translation>
  </message>
  <message>
   <source>by the hospital number</source>
   <translation>por el número de hospital</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/import_patients.py</name>
  <message>
   <source>differs from the registry, which has {value}: another person, or a mistake</source>
   <translation>difiere del registro, que tiene {value}: otra persona o un error</translation>
  </message>
  <message>
   <source>the same value, or an empty cell; change it in the program</source>
   <translation>el mismo valor o una celda vacía; cámbielo en el programa</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/import_results.py</name>
  <message>
   <source>corrected by the laboratory: {old} before, {new} now</source>
   <translation>corregido por el laboratorio: antes {old}, ahora {new}</translation>
  </message>
  <message>
   <source>taken back by the laboratory, and never in this registry</source>
   <translation>retirado por el laboratorio y nunca incluido en este registro</translation>
  </message>
  <message>
   <source>an older version of a result that is here already; left out</source>
   <translation>una versión anterior de un resultado que ya está aquí; se omite</translation>
  </message>
  <message>
   <source>another result stands under the same number, and neither is the later one</source>
   <translation>otro resultado figura con el mismo número y ninguno de los dos es el posterior</translation>
  </message>
  <message>
   <source>enter the right one in the program</source>
   <translation>introduzca el correcto en el programa</translation>
  </message>
  <message>
   <source>corrected by the laboratory, but changed in the registry since it came in</source>
   <translation>corregido por el laboratorio, pero cambiado en el registro desde que llegó</translation>
  </message>
  <message>
   <source>change it in the program</source>
   <translation>cámbielo en el programa</translation>
  </message>
  <message>
   <source>corrected by the laboratory, but the result here is signed</source>
   <translation>corregido por el laboratorio, pero el resultado de aquí está firmado</translation>
  </message>
  <message>
   <source>change it in the program, and give the reason</source>
   <translation>cámbielo en el programa y dé el motivo</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/import_survey.py</name>
  <message>
   <source>Looking at {file}</source>
   <translation>Mirando {file}</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/import_tables.py</name>
  <message>
   <source>Nothing was written, because rows were refused.</source>
   <translation>No se escribió nada, porque se rechazaron filas.</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>Escribiendo</translation>
  </message>
  <message>
   <source>Nothing new: the registry is as it was.</source>
   <translation>Nada nuevo: el registro sigue como estaba.</translation>
  </message>
  <message>
   <source>Import {source}</source>
   <translation>Importar {source}</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>Leyendo {file}</translation>
  </message>
  <message>
   <source>{file}: unknown columns kept as notes: {columns}</source>
   <translation>{file}: columnas desconocidas conservadas como notas: {columns}</translation>
  </message>
  <message>
   <source>{reason}; surplus cells: {cells}</source>
   <translation>{reason}; celdas sobrantes: {cells}</translation>
  </message>
  <message>
   <source>Reading {file}: {rows} rows</source>
   <translation>Leyendo {file}: {rows} filas</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/mapping.py</name>
  <message>
   <source>{path} cannot be read: {error}.</source>
   <translation>No se puede leer {path}: {error}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/own_intervals.py</name>
  <message>
   <source>“{text}” is no interval.</source>
   <translation>«{text}» no es un intervalo.</translation>
  </message>
  <message>
   <source>Monitoring is given up only with a reason.</source>
   <translation>El seguimiento solo se abandona con un motivo.</translation>
  </message>
  <message>
   <source>“{rule}” is no rule of monitoring.</source>
   <translation>«{rule}» no es una regla de seguimiento.</translation>
  </message>
  <message>
   <source>Give a duration such as P3M (3 months) or P2W (2 weeks), or never.</source>
   <translation>Indique una duración como P3M (3 meses) o P2W (2 semanas), o never (nunca).</translation>
  </message>
  <message>
   <source>Say why this patient does not need it.</source>
   <translation>Diga por qué este paciente no lo necesita.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/people.py</name>
  <message>
   <source>Sign in with the recovery code</source>
   <translation>Iniciar sesión con el código de recuperación</translation>
  </message>
  <message>
   <source>Add {user}</source>
   <translation>Añadir a {user}</translation>
  </message>
  <message>
   <source>Make {user} {role}</source>
   <translation>Dar a {user} el papel {role}</translation>
  </message>
  <message>
   <source>Change the passphrase of {user}</source>
   <translation>Cambiar la frase de contraseña de {user}</translation>
  </message>
  <message>
   <source>Encrypt the registry</source>
   <translation>Cifrar el registro</translation>
  </message>
  <message>
   <source>Make a new recovery code</source>
   <translation>Crear un nuevo código de recuperación</translation>
  </message>
  <message>
   <source>{file} is not encrypted, or you have not signed in.</source>
   <translation>{file} no está cifrado o usted no ha iniciado sesión.</translation>
  </message>
  <message>
   <source>Encrypt it, or sign in first.</source>
   <translation>Cífrelo o inicie sesión antes.</translation>
  </message>
  <message>
   <source>The new passphrase of {user} holds, and so does the code.</source>
   <translation>La nueva frase de contraseña de {user} vale, y el código también.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/report.py</name>
  <message>
   <source>Reading grade of the sheet: {grade} (at most 8 is advised).</source>
   <translation>Grado de lectura de la hoja: {grade} (se aconseja 8 como máximo).</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>Contando</translation>
  </message>
  <message>
   <source>Reading ease of the sheet: {ease} (INFLESZ, from 55 normal).</source>
   <translation>Facilidad de lectura de la hoja: {ease} (INFLESZ, normal desde 55).</translation>
  </message>
  <message>
   <source>Every page carries the name. The file name holds {patient_id} only.</source>
   <translation>Cada página lleva el nombre. El nombre del archivo contiene solo {patient_id}.</translation>
  </message>
  <message>
   <source>Hand out a document</source>
   <translation>Entregar un documento</translation>
  </message>
  <message numerus="yes">
   <source>{n} alerts have no words for patients and are not on the sheet.</source>
   <translation>
    <numerusform>{n} alerta no tiene palabras para pacientes y no está en la hoja.</numerusform>
    <numerusform>{n} alertas no tienen palabras para pacientes y no están en la hoja.</numerusform>
   </translation>
  </message>
  <message>
   <source>The report could not be written to {path}: {reason}.</source>
   <translation>No se pudo escribir el informe en {path}: {reason}.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Elija otra carpeta.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/report_batch.py</name>
  <message>
   <source>{all} asked for = {written} written + {refused} not made</source>
   <translation>{all} solicitados = {written} escritos + {refused} no hechos</translation>
  </message>
  <message>
   <source>The folder {path} cannot be made: {reason}.</source>
   <translation>No se puede crear la carpeta {path}: {reason}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/report_command.py</name>
  <message>
   <source>The registry report is about all patients and names none.</source>
   <translation>El informe del registro trata de todos los pacientes y no nombra a ninguno.</translation>
  </message>
  <message>
   <source>Say which patients: registry IDs, or --all.</source>
   <translation>Indique qué pacientes: ID de registro, o --all.</translation>
  </message>
  <message>
   <source>There is no patient {patients} in {registry}.</source>
   <translation>No hay ningún paciente {patients} en {registry}.</translation>
  </message>
  <message>
   <source>Leave out PATIENT and --all.</source>
   <translation>Omita PATIENT y --all.</translation>
  </message>
  <message>
   <source>The text of the letter cannot be read from {path}.</source>
   <translation>No se puede leer el texto de la carta de {path}.</translation>
  </message>
  <message>
   <source>Give a text file in UTF-8.</source>
   <translation>Indique un archivo de texto en UTF-8.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/report_text.py</name>
  <message>
   <source>MRN {mrn}</source>
   <translation>HC {mrn}</translation>
  </message>
  <message>
   <source>The formatted document could not be made: {reason}</source>
   <translation>No se pudo crear el documento con formato: {reason}</translation>
  </message>
  <message>
   <source>Allergies: {substances}</source>
   <translation>Alergias: {substances}</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/rules.py</name>
  <message>
   <source>{folder}: {verdict}; edition {edition}, {files} files, {rules} rules, texts {texts}</source>
   <translation>{folder}: {verdict}; edición {edition}, {files} archivos, {rules} reglas, textos {texts}</translation>
  </message>
  <message numerus="yes">
   <source>{n} errors</source>
   <translation>
    <numerusform>{n} error</numerusform>
    <numerusform>{n} errores</numerusform>
   </translation>
  </message>
  <message>
   <source>in order</source>
   <translation>en orden</translation>
  </message>
  <message>
   <source>There are no rule files in {folder}.</source>
   <translation>No hay archivos de reglas en {folder}.</translation>
  </message>
  <message>
   <source>The rules are not translated into {language}.</source>
   <translation>Las reglas no están traducidas al idioma {language}.</translation>
  </message>
  <message>
   <source>Name a folder that holds TOML files.</source>
   <translation>Nombre una carpeta que contenga archivos TOML.</translation>
  </message>
  <message>
   <source>The shipped rules cannot be used, so these cannot be checked beside them.</source>
   <translation>Las reglas incluidas no se pueden usar, por lo que estas no se pueden comprobar junto a ellas.</translation>
  </message>
  <message>
   <source>There are: {languages}.</source>
   <translation>Hay: {languages}.</translation>
  </message>
  <message>
   <source>Run `rules check` without a folder.</source>
   <translation>Ejecute `rules check` sin carpeta.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/sandbox.py</name>
  <message>
   <source>{file} was not read: too many files before it could not be.</source>
   <translation>{file} no se leyó: demasiados archivos anteriores no se pudieron leer.</translation>
  </message>
  <message>
   <source>Import it by itself.</source>
   <translation>Impórtelo por separado.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/sandbox_child.py</name>
  <message>
   <source>a cell holds half a character</source>
   <translation>una celda contiene medio carácter</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/sandbox_process.py</name>
  <message>
   <source>{file} needs more than {limit} MB to be read.</source>
   <translation>La lectura de {file} necesita más de {limit} MB.</translation>
  </message>
  <message>
   <source>{file} cannot be read: it is damaged, or made to do harm.</source>
   <translation>{file} no se puede leer: está dañado o está hecho para causar daño.</translation>
  </message>
  <message>
   <source>{file} takes longer to read than is allowed.</source>
   <translation>La lectura de {file} tarda más de lo permitido.</translation>
  </message>
  <message>
   <source>Export it again from where it comes from.</source>
   <translation>Expórtelo de nuevo desde su origen.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/silence.py</name>
  <message>
   <source>Guidance is set aside only with a reason.</source>
   <translation>La guía solo se aparta con un motivo.</translation>
  </message>
  <message>
   <source>“{rule}” cannot be set aside: it is no rule of the guidance.</source>
   <translation>«{rule}» no se puede apartar: no es una regla de la guía.</translation>
  </message>
  <message>
   <source>Say why it does not apply to this patient.</source>
   <translation>Diga por qué no se aplica a este paciente.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/summary.py</name>
  <message>
   <source>set aside by {who}, {when}: {reason}</source>
   <translation>apartado por {who}, {when}: {reason}</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/verify.py</name>
  <message>
   <source>sound</source>
   <translation>en buen estado</translation>
  </message>
  <message>
   <source>problem</source>
   <translation>problema</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>no comprobado</translation>
  </message>
  <message>
   <source>The file and its place</source>
   <translation>El archivo y su lugar</translation>
  </message>
  <message>
   <source>Database engine</source>
   <translation>Motor de la base de datos</translation>
  </message>
  <message>
   <source>Seals of encrypted pages</source>
   <translation>Sellos de las páginas cifradas</translation>
  </message>
  <message>
   <source>References between records</source>
   <translation>Referencias entre datos</translation>
  </message>
  <message>
   <source>Tables, indexes and triggers</source>
   <translation>Tablas, índices y disparadores</translation>
  </message>
  <message>
   <source>Older copies in its place</source>
   <translation>Copias más antiguas en su lugar</translation>
  </message>
  <message>
   <source>Audit mark of a printed page</source>
   <translation>Marca de auditoría de una página impresa</translation>
  </message>
  <message>
   <source>Keys and people</source>
   <translation>Claves y personas</translation>
  </message>
  <message>
   <source>Who else can read the files</source>
   <translation>Quién más puede leer los archivos</translation>
  </message>
  <message>
   <source>Files left behind</source>
   <translation>Archivos olvidados</translation>
  </message>
  <message>
   <source>files have no owner on such a disk ({kind}): whoever has it can read them</source>
   <translation>en un disco así ({kind}) los archivos no tienen propietario: quien lo tenga puede leerlos</translation>
  </message>
  <message>
   <source>the backup {file}</source>
   <translation>la copia de seguridad {file}</translation>
  </message>
  <message>
   <source>{file} has no readable manifest</source>
   <translation>{file} no tiene un manifiesto legible</translation>
  </message>
  <message>
   <source>a passphrase is needed</source>
   <translation>se necesita una frase de contraseña</translation>
  </message>
  <message>
   <source>the printed page</source>
   <translation>la página impresa</translation>
  </message>
  <message>
   <source>the second place is not there and was not checked</source>
   <translation>el segundo lugar no está y no se comprobó</translation>
  </message>
  <message>
   <source>{file}: {problem}</source>
   <translation>{file}: {problem}</translation>
  </message>
  <message>
   <source>there are none</source>
   <translation>no hay ninguna</translation>
  </message>
  <message>
   <source>the log of the registry cannot be folded in now</source>
   <translation>ahora no se puede incorporar el registro de escritura del archivo</translation>
  </message>
  <message>
   <source>not encrypted: whoever has the file can read it</source>
   <translation>sin cifrar: quien tenga el archivo puede leerlo</translation>
  </message>
  <message>
   <source>the file cannot be opened</source>
   <translation>no se puede abrir el archivo</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/verify_files.py</name>
  <message>
   <source>others can read {file}: make it private with chmod go= {path}</source>
   <translation>otros pueden leer {file}: hágalo privado con chmod go= {path}</translation>
  </message>
  <message>
   <source>{file} is what a cut-off copy left: delete it</source>
   <translation>{file} es lo que dejó una copia interrumpida: bórrelo</translation>
  </message>
  <message>
   <source>{file} holds the last entries of a registry that was renamed or moved without it: give it the registry's new name, with -wal behind it, before opening that again</source>
   <translation>{file} contiene los últimos datos de un registro que se renombró o movió sin él: póngale el nuevo nombre del registro, con -wal detrás, antes de volver a abrirlo</translation>
  </message>
  <message>
   <source>{file} is an unencrypted copy: delete it, or encrypt it</source>
   <translation>{file} es una copia sin cifrar: bórrela o cífrela</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/worklist.py</name>
  <message>
   <source>Review</source>
   <translation>Revisar</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nuevo</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Previsto</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>En espera</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Falta</translation>
  </message>
  <message>
   <source>Action today</source>
   <translation>Actuar hoy</translation>
  </message>
  <message>
   <source>New alerts to read</source>
   <translation>Alertas nuevas por leer</translation>
  </message>
  <message>
   <source>Overdue or due in 14 days</source>
   <translation>Vencido o previsto en 14 días</translation>
  </message>
  <message>
   <source>Waiting for others</source>
   <translation>A la espera de otros</translation>
  </message>
  <message>
   <source>Next visit</source>
   <translation>Próxima visita</translation>
  </message>
  <message numerus="yes">
   <source>{n} days waiting</source>
   <translation>
    <numerusform>{n} día en espera</numerusform>
    <numerusform>{n} días en espera</numerusform>
   </translation>
  </message>
  <message>
   <source>A reason is needed to put this off.</source>
   <translation>Se necesita un motivo para posponer esto.</translation>
  </message>
  <message>
   <source>Choose a day after today.</source>
   <translation>Elija un día posterior a hoy.</translation>
  </message>
  <message>
   <source>This can be put off until {day} at the latest.</source>
   <translation>Esto puede posponerse como máximo hasta el {day}.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/worklist_deeds.py</name>
  <message>
   <source>Given to {name} by {other}, {day}.</source>
   <translation>Asignado a {name} por {other}, {day}.</translation>
  </message>
  <message>
   <source>Taken by {name}, {day}.</source>
   <translation>Asumido por {name}, {day}.</translation>
  </message>
  <message>
   <source>Type the note.</source>
   <translation>Escriba la nota.</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/worklist_glance.py</name>
  <message>
   <source>No phosphate result</source>
   <translation>Sin resultado de fosfato</translation>
  </message>
  <message>
   <source>Date of birth not recorded</source>
   <translation>Fecha de nacimiento no registrada</translation>
  </message>
  <message>
   <source>Sex not recorded</source>
   <translation>Sexo no registrado</translation>
  </message>
  <message>
   <source>Unknown, not absent</source>
   <translation>Desconocido, no ausente</translation>
  </message>
  <message>
   <source>The guidance needs these facts; until then they count as unknown.</source>
   <translation>La guía necesita estos hechos; hasta entonces cuentan como desconocidos.</translation>
  </message>
  <message>
   <source>Ask or examine at the next visit.</source>
   <translation>Pregunte o explore en la próxima visita.</translation>
  </message>
  <message>
   <source>Also: {missing}</source>
   <translation>También: {missing}</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/worklist_items.py</name>
  <message>
   <source>Also: {alerts}</source>
   <translation>También: {alerts}</translation>
  </message>
  <message>
   <source>{what} overdue</source>
   <translation>{what}: vencido</translation>
  </message>
  <message>
   <source>{what} due</source>
   <translation>{what}: previsto</translation>
  </message>
  <message>
   <source>Sent {when}.</source>
   <translation>Enviado {when}.</translation>
  </message>
  <message>
   <source>The day it was sent is missing.</source>
   <translation>Falta el día en que se envió.</translation>
  </message>
  <message>
   <source>{procedure} planned, {when}</source>
   <translation>{procedure}: previsto, {when}</translation>
  </message>
  <message>
   <source>Do not do</source>
   <translation>No hacer</translation>
  </message>
  <message>
   <source>Ask whoever planned it, before that day.</source>
   <translation>Pregunte a quien lo planificó, antes de ese día.</translation>
  </message>
  <message>
   <source>Last {last}. {rule}</source>
   <translation>Último {last}. {rule}</translation>
  </message>
  <message>
   <source>{analyte} awaited</source>
   <translation>{analyte}: a la espera</translation>
  </message>
  <message>
   <source>No result yet</source>
   <translation>Aún sin resultado</translation>
  </message>
  <message>
   <source>A pending result is neither normal nor absent.</source>
   <translation>Un resultado pendiente no es ni normal ni ausente.</translation>
  </message>
  <message>
   <source>Ask the laboratory, or enter the result.</source>
   <translation>Pregunte al laboratorio o introduzca el resultado.</translation>
  </message>
  <message numerus="yes">
   <source>{n} contraindications</source>
   <translation>
    <numerusform>{n} contraindicación</numerusform>
    <numerusform>{n} contraindicaciones</numerusform>
   </translation>
  </message>
  <message>
   <source>Read the alerts, then mark them as done. A new one brings this row back.</source>
   <translation>Lea las alertas y márquelas como hechas. Una nueva hará volver esta fila.</translation>
  </message>
  <message>
   <source>Last done {last}</source>
   <translation>Hecho por última vez {last}</translation>
  </message>
  <message>
   <source>In use now</source>
   <translation>En uso ahora</translation>
  </message>
 </context>
 <context>
  <name>desktop/work/worklist_values.py</name>
  <message>
   <source>{begun} to {now} mL since {when}, {n} values.</source>
   <translation>{begun} a {now} mL desde {when}, {n} valores.</translation>
  </message>
  <message>
   <source>target {low} to {high} {unit}</source>
   <translation>objetivo {low} a {high} {unit}</translation>
  </message>
  <message>
   <source>{rate} % a year (95 % CI {low} to {high} %), {method}.</source>
   <translation>{rate} % al año (IC 95 % {low} a {high} %), {method}.</translation>
  </message>
  <message>
   <source>{analyte} above the patient’s own target</source>
   <translation>{analyte} por encima del objetivo propio del paciente</translation>
  </message>
  <message>
   <source>{analyte} below the patient’s own target</source>
   <translation>{analyte} por debajo del objetivo propio del paciente</translation>
  </message>
  <message>
   <source>{mass} growing, {place}</source>
   <translation>{mass} en crecimiento, {place}</translation>
  </message>
  <message>
   <source>The 95 % interval of the yearly growth lies above 0.</source>
   <translation>El intervalo de confianza del 95 % del crecimiento anual está por encima de 0.</translation>
  </message>
  <message>
   <source>Consider to measure again by the same modality.</source>
   <translation>Considere medir de nuevo con la misma técnica de imagen.</translation>
  </message>
  <message>
   <source>{value}; {target}.</source>
   <translation>{value}; {target}.</translation>
  </message>
  <message>
   <source>The newest result lies outside the target set for this patient.</source>
   <translation>El resultado más reciente está fuera del objetivo fijado para este paciente.</translation>
  </message>
  <message>
   <source>Above target</source>
   <translation>Por encima del objetivo</translation>
  </message>
  <message>
   <source>Below target</source>
   <translation>Por debajo del objetivo</translation>
  </message>
 </context>
 <context>
  <name>resources/vocabulary/analytes.csv</name>
  <message>
   <source>Phosphate, serum or plasma (as phosphorus)</source>
   <translation>Fosfato en suero o plasma (como fósforo)</translation>
  </message>
  <message>
   <source>Calcium corrected for albumin</source>
   <translation>Calcio corregido por albúmina</translation>
  </message>
  <message>
   <source>Albumin, serum</source>
   <translation>Albúmina en suero</translation>
  </message>
  <message>
   <source>Creatinine, serum or plasma</source>
   <translation>Creatinina en suero o plasma</translation>
  </message>
  <message>
   <source>Estimated glomerular filtration rate</source>
   <translation>Filtración glomerular estimada</translation>
  </message>
  <message>
   <source>Urea (mmol/L) or urea nitrogen (mg/dL)</source>
   <translation>Urea (mmol/L) o nitrógeno ureico (mg/dL)</translation>
  </message>
  <message>
   <source>Parathyroid hormone, intact</source>
   <translation>Hormona paratiroidea intacta</translation>
  </message>
  <message>
   <source>Parathyroid hormone-related peptide</source>
   <translation>Péptido relacionado con la hormona paratiroidea</translation>
  </message>
  <message>
   <source>25-hydroxyvitamin D, total</source>
   <translation>25-hidroxivitamina D total</translation>
  </message>
  <message>
   <source>Vitamin D, metabolite not stated</source>
   <translation>Vitamina D, metabolito no indicado</translation>
  </message>
  <message>
   <source>Fractional excretion of phosphate</source>
   <translation>Excreción fraccional de fosfato</translation>
  </message>
  <message>
   <source>Calcium x phosphate product</source>
   <translation>Producto calcio × fósforo</translation>
  </message>
  <message>
   <source>Calcium, urine (spot)</source>
   <translation>Calcio en orina (muestra aislada)</translation>
  </message>
  <message>
   <source>Calcium, 24 h urine</source>
   <translation>Calcio en orina de 24 h</translation>
  </message>
  <message>
   <source>Phosphate, urine (spot)</source>
   <translation>Fosfato en orina (muestra aislada)</translation>
  </message>
  <message>
   <source>Phosphate, 24 h urine</source>
   <translation>Fosfato en orina de 24 h</translation>
  </message>
  <message>
   <source>Creatinine, urine (spot)</source>
   <translation>Creatinina en orina (muestra aislada)</translation>
  </message>
  <message>
   <source>Calcium/creatinine ratio, urine</source>
   <translation>Cociente calcio/creatinina en orina</translation>
  </message>
  <message>
   <source>Magnesium, urine</source>
   <translation>Magnesio en orina</translation>
  </message>
  <message>
   <source>C-reactive protein</source>
   <translation>Proteína C reactiva</translation>
  </message>
  <message>
   <source>Erythrocyte sedimentation rate</source>
   <translation>Velocidad de sedimentación globular</translation>
  </message>
  <message>
   <source>Angiotensin-converting enzyme</source>
   <translation>Enzima convertidora de angiotensina</translation>
  </message>
 </context>
 <context>
  <name>resources/vocabulary/features.csv</name>
  <message>
   <source>Calcified mass next to a joint</source>
   <translation>Masa calcificada junto a una articulación</translation>
  </message>
  <message>
   <source>Calcified soft-tissue mass away from a joint or site not given</source>
   <translation>Masa calcificada de partes blandas lejos de una articulación o en sitio no indicado</translation>
  </message>
  <message>
   <source>Soft-tissue mass or swelling, calcification not stated</source>
   <translation>Masa o tumefacción de partes blandas, calcificación no indicada</translation>
  </message>
  <message>
   <source>Mass lies outside the joint capsule</source>
   <translation>Masa situada fuera de la cápsula articular</translation>
  </message>
  <message>
   <source>Painful or tender mass</source>
   <translation>Masa dolorosa o sensible a la palpación</translation>
  </message>
  <message>
   <source>More than one mass or deposit site</source>
   <translation>Más de una masa o sitio de depósito</translation>
  </message>
  <message>
   <source>Masses on both sides</source>
   <translation>Masas en ambos lados</translation>
  </message>
  <message>
   <source>All lesions on one side of the body</source>
   <translation>Todas las lesiones en un lado del cuerpo</translation>
  </message>
  <message>
   <source>Mass growing within days to weeks</source>
   <translation>Masa que crece en días o semanas</translation>
  </message>
  <message>
   <source>Mass came back after excision</source>
   <translation>Masa que reapareció tras la escisión</translation>
  </message>
  <message>
   <source>Lesion shrank or settled without specific treatment</source>
   <translation>Lesión que disminuyó o se resolvió sin tratamiento específico</translation>
  </message>
  <message>
   <source>Lesions at sites of pressure or repeated trauma</source>
   <translation>Lesiones en zonas de presión o de traumatismo repetido</translation>
  </message>
  <message>
   <source>Inflammation, warmth or redness at the lesion</source>
   <translation>Inflamación, calor o enrojecimiento en la lesión</translation>
  </message>
  <message>
   <source>Nerve compression or deficit near the lesion</source>
   <translation>Compresión o déficit nervioso cerca de la lesión</translation>
  </message>
  <message>
   <source>Reduced joint range of motion</source>
   <translation>Movilidad articular reducida</translation>
  </message>
  <message>
   <source>Joint contracture</source>
   <translation>Contractura articular</translation>
  </message>
  <message>
   <source>Ankylosis of a peripheral joint</source>
   <translation>Anquilosis de una articulación periférica</translation>
  </message>
  <message>
   <source>Fusion or ankylosis of the spine</source>
   <translation>Fusión o anquilosis de la columna</translation>
  </message>
  <message>
   <source>Limited neck motion</source>
   <translation>Movilidad limitada del cuello</translation>
  </message>
  <message>
   <source>Limited mouth opening or jaw ankylosis</source>
   <translation>Apertura limitada de la boca o anquilosis mandibular</translation>
  </message>
  <message>
   <source>Scoliosis or kyphoscoliosis</source>
   <translation>Escoliosis o cifoescoliosis</translation>
  </message>
  <message>
   <source>Malformed great toe</source>
   <translation>Malformación del primer dedo del pie</translation>
  </message>
  <message>
   <source>Short or malformed thumb</source>
   <translation>Pulgar corto o malformado</translation>
  </message>
  <message>
   <source>Cortical or periosteal hyperostosis of a long-bone shaft</source>
   <translation>Hiperostosis cortical o perióstica de la diáfisis de un hueso largo</translation>
  </message>
  <message>
   <source>Painful swelling over a long bone</source>
   <translation>Tumefacción dolorosa sobre un hueso largo</translation>
  </message>
  <message>
   <source>Joint or regional pain</source>
   <translation>Dolor articular o regional</translation>
  </message>
  <message>
   <source>Sudden severe pain at the lesion</source>
   <translation>Dolor intenso y súbito en la lesión</translation>
  </message>
  <message>
   <source>Erosion or destruction of adjacent bone or joint</source>
   <translation>Erosión o destrucción del hueso o la articulación vecinos</translation>
  </message>
  <message>
   <source>Fracture without adequate injury</source>
   <translation>Fractura sin traumatismo suficiente</translation>
  </message>
  <message>
   <source>Limb shortening or growth-plate damage</source>
   <translation>Acortamiento de una extremidad o daño del cartílago de crecimiento</translation>
  </message>
  <message>
   <source>Exostosis or osteochondroma</source>
   <translation>Exostosis u osteocondroma</translation>
  </message>
  <message>
   <source>Mature ectopic bone</source>
   <translation>Hueso ectópico maduro</translation>
  </message>
  <message>
   <source>Ectopic bone inside muscle</source>
   <translation>Hueso ectópico dentro del músculo</translation>
  </message>
  <message>
   <source>Episodic tender rubbery soft-tissue swellings</source>
   <translation>Tumefacciones episódicas, dolorosas y elásticas de partes blandas</translation>
  </message>
  <message>
   <source>Hard masses of neck, shoulder girdle or back</source>
   <translation>Masas duras de cuello, cintura escapular o espalda</translation>
  </message>
  <message>
   <source>Ossification confined to one limb or region</source>
   <translation>Osificación limitada a una extremidad o región</translation>
  </message>
  <message>
   <source>Lasting loss of motion after an injection</source>
   <translation>Pérdida duradera de movilidad tras una inyección</translation>
  </message>
  <message>
   <source>Loose bodies in a joint</source>
   <translation>Cuerpos libres en una articulación</translation>
  </message>
  <message>
   <source>Calcification in a tendon or at its insertion</source>
   <translation>Calcificación en un tendón o en su inserción</translation>
  </message>
  <message>
   <source>Calcium deposits in the skin</source>
   <translation>Depósitos de calcio en la piel</translation>
  </message>
  <message>
   <source>Calcium deposits under the skin, localized</source>
   <translation>Depósitos localizados de calcio bajo la piel</translation>
  </message>
  <message>
   <source>Widespread sheet-like or plaque-like calcification</source>
   <translation>Calcificación extensa en láminas o placas</translation>
  </message>
  <message>
   <source>Calcification of fingers or finger tips</source>
   <translation>Calcificación de los dedos o de sus puntas</translation>
  </message>
  <message>
   <source>Bone in skin or subcutaneous tissue</source>
   <translation>Hueso en la piel o en el tejido subcutáneo</translation>
  </message>
  <message>
   <source>Skin lesion extends into deep connective tissue</source>
   <translation>Lesión cutánea que se extiende al tejido conjuntivo profundo</translation>
  </message>
  <message>
   <source>Hard nodules or plaques of the skin, mineral not stated</source>
   <translation>Nódulos o placas duras de la piel, mineral no indicado</translation>
  </message>
  <message>
   <source>Skin necrosis</source>
   <translation>Necrosis cutánea</translation>
  </message>
  <message>
   <source>Livedo or painful purple plaque</source>
   <translation>Livedo o placa violácea dolorosa</translation>
  </message>
  <message>
   <source>Skin ulcer</source>
   <translation>Úlcera cutánea</translation>
  </message>
  <message>
   <source>Sinus or ulcer draining chalky or milky material</source>
   <translation>Fístula o úlcera que drena material calcáreo o lechoso</translation>
  </message>
  <message>
   <source>Infection of skin, lesion or mass</source>
   <translation>Infección de la piel, la lesión o la masa</translation>
  </message>
  <message>
   <source>Skin rash</source>
   <translation>Exantema</translation>
  </message>
  <message>
   <source>Inflammation of mucosa or conjunctiva</source>
   <translation>Inflamación de mucosas o conjuntiva</translation>
  </message>
  <message>
   <source>Short bulbous tooth roots</source>
   <translation>Raíces dentales cortas y bulbosas</translation>
  </message>
  <message>
   <source>Pulp stones or obliterated pulp chambers</source>
   <translation>Cálculos pulpares o cámaras pulpares obliteradas</translation>
  </message>
  <message>
   <source>Tooth anomaly, type not given</source>
   <translation>Anomalía dental, tipo no indicado</translation>
  </message>
  <message>
   <source>Enamel defect</source>
   <translation>Defecto del esmalte</translation>
  </message>
  <message>
   <source>Band keratopathy</source>
   <translation>Queratopatía en banda</translation>
  </message>
  <message>
   <source>Angioid streaks of the fundus</source>
   <translation>Estrías angioides del fondo de ojo</translation>
  </message>
  <message>
   <source>Whitish conjunctival or eyelid deposits</source>
   <translation>Depósitos blanquecinos en conjuntiva o párpados</translation>
  </message>
  <message>
   <source>Vascular calcification</source>
   <translation>Calcificación vascular</translation>
  </message>
  <message>
   <source>Coronary artery calcification</source>
   <translation>Calcificación de arterias coronarias</translation>
  </message>
  <message>
   <source>Nephrocalcinosis</source>
   <translation>Nefrocalcinosis</translation>
  </message>
  <message>
   <source>Kidney stones</source>
   <translation>Cálculos renales</translation>
  </message>
  <message>
   <source>Lung calcification</source>
   <translation>Calcificación pulmonar</translation>
  </message>
  <message>
   <source>Gastric mucosal calcification</source>
   <translation>Calcificación de la mucosa gástrica</translation>
  </message>
  <message>
   <source>Brain, basal ganglia or dural calcification</source>
   <translation>Calcificación cerebral, de ganglios basales o dural</translation>
  </message>
  <message>
   <source>Calcification of another internal organ</source>
   <translation>Calcificación de otro órgano interno</translation>
  </message>
  <message>
   <source>Testicular microlithiasis</source>
   <translation>Microlitiasis testicular</translation>
  </message>
  <message>
   <source>Calcification of muscle</source>
   <translation>Calcificación del músculo</translation>
  </message>
  <message>
   <source>Tetany or seizure</source>
   <translation>Tetania o convulsiones</translation>
  </message>
  <message>
   <source>Muscle weakness or myopathy</source>
   <translation>Debilidad muscular o miopatía</translation>
  </message>
  <message>
   <source>Confusion or encephalopathy</source>
   <translation>Confusión o encefalopatía</translation>
  </message>
  <message>
   <source>Intellectual disability or developmental delay</source>
   <translation>Discapacidad intelectual o retraso del desarrollo</translation>
  </message>
  <message>
   <source>Hearing impairment</source>
   <translation>Deficiencia auditiva</translation>
  </message>
  <message>
   <source>Short stature</source>
   <translation>Talla baja</translation>
  </message>
  <message>
   <source>Obesity</source>
   <translation>Obesidad</translation>
  </message>
  <message>
   <source>Short metacarpal</source>
   <translation>Metacarpiano corto</translation>
  </message>
  <message>
   <source>Brachydactyly</source>
   <translation>Braquidactilia</translation>
  </message>
  <message>
   <source>End-stage kidney disease</source>
   <translation>Enfermedad renal terminal</translation>
  </message>
  <message>
   <source>On dialysis</source>
   <translation>En diálisis</translation>
  </message>
  <message>
   <source>Chronic kidney disease before stage 5, or stage not given</source>
   <translation>Enfermedad renal crónica anterior al estadio 5, o estadio no indicado</translation>
  </message>
  <message>
   <source>Acute kidney injury</source>
   <translation>Lesión renal aguda</translation>
  </message>
  <message>
   <source>Reduced kidney function, type not given</source>
   <translation>Función renal reducida, tipo no indicado</translation>
  </message>
  <message>
   <source>Kidney transplant</source>
   <translation>Trasplante renal</translation>
  </message>
  <message>
   <source>Secondary or tertiary hyperparathyroidism</source>
   <translation>Hiperparatiroidismo secundario o terciario</translation>
  </message>
  <message>
   <source>Hypoparathyroidism</source>
   <translation>Hipoparatiroidismo</translation>
  </message>
  <message>
   <source>Pseudohypoparathyroidism</source>
   <translation>Pseudohipoparatiroidismo</translation>
  </message>
  <message>
   <source>Hyperparathyroidism, type not given</source>
   <translation>Hiperparatiroidismo, tipo no indicado</translation>
  </message>
  <message>
   <source>Primary hyperparathyroidism</source>
   <translation>Hiperparatiroidismo primario</translation>
  </message>
  <message>
   <source>Parathyroid adenoma or carcinoma</source>
   <translation>Adenoma o carcinoma paratiroideo</translation>
  </message>
  <message>
   <source>Parathyroid enlargement or uptake on imaging</source>
   <translation>Aumento de tamaño o captación paratiroidea en imagen</translation>
  </message>
  <message>
   <source>Earlier parathyroid or thyroid surgery</source>
   <translation>Cirugía previa de paratiroides o tiroides</translation>
  </message>
  <message>
   <source>Hypothyroidism</source>
   <translation>Hipotiroidismo</translation>
  </message>
  <message>
   <source>Diabetes mellitus</source>
   <translation>Diabetes mellitus</translation>
  </message>
  <message>
   <source>Leukemia or lymphoma</source>
   <translation>Leucemia o linfoma</translation>
  </message>
  <message>
   <source>Other malignancy or paraproteinemia</source>
   <translation>Otra neoplasia maligna o paraproteinemia</translation>
  </message>
  <message>
   <source>Recent cytotoxic or cytoreductive treatment</source>
   <translation>Tratamiento citotóxico o citorreductor reciente</translation>
  </message>
  <message>
   <source>Tumor lysis syndrome</source>
   <translation>Síndrome de lisis tumoral</translation>
  </message>
  <message>
   <source>Known sarcoidosis</source>
   <translation>Sarcoidosis conocida</translation>
  </message>
  <message>
   <source>Granulomas on biopsy</source>
   <translation>Granulomas en la biopsia</translation>
  </message>
  <message>
   <source>Enlarged lymph nodes</source>
   <translation>Ganglios linfáticos aumentados de tamaño</translation>
  </message>
  <message>
   <source>Hilar lymphadenopathy</source>
   <translation>Adenopatía hiliar</translation>
  </message>
  <message>
   <source>Lung nodules or infiltrates without stated calcium</source>
   <translation>Nódulos o infiltrados pulmonares sin calcio indicado</translation>
  </message>
  <message>
   <source>Vitamin D intake above usual doses</source>
   <translation>Ingesta de vitamina D por encima de las dosis habituales</translation>
  </message>
  <message>
   <source>Vitamin D supplement at usual or unstated dose</source>
   <translation>Suplemento de vitamina D a dosis habitual o no indicada</translation>
  </message>
  <message>
   <source>Calcium supplement, calcium antacid or high milk intake</source>
   <translation>Suplemento de calcio, antiácido cálcico o ingesta alta de leche</translation>
  </message>
  <message>
   <source>Absorbable alkali intake</source>
   <translation>Ingesta de álcali absorbible</translation>
  </message>
  <message>
   <source>High phosphate intake</source>
   <translation>Ingesta alta de fosfato</translation>
  </message>
  <message>
   <source>Other connective tissue disease, or type not given</source>
   <translation>Otra enfermedad del tejido conjuntivo, o tipo no indicado</translation>
  </message>
  <message>
   <source>Systemic sclerosis</source>
   <translation>Esclerosis sistémica</translation>
  </message>
  <message>
   <source>Dermatomyositis, adult or juvenile</source>
   <translation>Dermatomiositis, del adulto o juvenil</translation>
  </message>
  <message>
   <source>Systemic lupus erythematosus</source>
   <translation>Lupus eritematoso sistémico</translation>
  </message>
  <message>
   <source>Raynaud phenomenon</source>
   <translation>Fenómeno de Raynaud</translation>
  </message>
  <message>
   <source>Sclerodactyly</source>
   <translation>Esclerodactilia</translation>
  </message>
  <message>
   <source>Antinuclear or anti-dsDNA antibody positive</source>
   <translation>Anticuerpos antinucleares o anti-dsDNA positivos</translation>
  </message>
  <message>
   <source>Anticentromere or Scl-70 antibody</source>
   <translation>Anticuerpo anticentrómero o anti-Scl-70</translation>
  </message>
  <message>
   <source>Myositis-specific antibody</source>
   <translation>Anticuerpo específico de miositis</translation>
  </message>
  <message>
   <source>Injury at the site</source>
   <translation>Lesión traumática en el sitio</translation>
  </message>
  <message>
   <source>Burn</source>
   <translation>Quemadura</translation>
  </message>
  <message>
   <source>Ischemic muscle injury or compartment syndrome</source>
   <translation>Lesión muscular isquémica o síndrome compartimental</translation>
  </message>
  <message>
   <source>Brain, spinal or other central nervous injury</source>
   <translation>Lesión cerebral, medular u otra del sistema nervioso central</translation>
  </message>
  <message>
   <source>Critical illness, intubation or long immobilization</source>
   <translation>Enfermedad crítica, intubación o inmovilización prolongada</translation>
  </message>
  <message>
   <source>Biopsy or surgery on the lesion before the present assessment</source>
   <translation>Biopsia o cirugía de la lesión antes de esta evaluación</translation>
  </message>
  <message>
   <source>Affected sibling</source>
   <translation>Hermano o hermana afectados</translation>
  </message>
  <message>
   <source>Affected parent</source>
   <translation>Padre o madre afectados</translation>
  </message>
  <message>
   <source>Affected relative other than sibling or parent</source>
   <translation>Familiar afectado distinto de hermanos o padres</translation>
  </message>
  <message>
   <source>Family history of ectopic calcification or ossification</source>
   <translation>Antecedentes familiares de calcificación u osificación ectópica</translation>
  </message>
  <message>
   <source>Consanguineous parents</source>
   <translation>Padres consanguíneos</translation>
  </message>
  <message>
   <source>Calcium with giant cells or histiocytes on histology</source>
   <translation>Calcio con células gigantes o histiocitos en la histología</translation>
  </message>
  <message>
   <source>Hydroxyapatite on aspirate or biopsy</source>
   <translation>Hidroxiapatita en el aspirado o la biopsia</translation>
  </message>
  <message>
   <source>Mature lamellar bone on histology</source>
   <translation>Hueso laminar maduro en la histología</translation>
  </message>
  <message>
   <source>Urate crystals</source>
   <translation>Cristales de urato</translation>
  </message>
  <message>
   <source>Calcium in small vessel walls on biopsy</source>
   <translation>Calcio en la pared de vasos pequeños en la biopsia</translation>
  </message>
  <message>
   <source>Soft-tissue calcification or ossification seen, type not given</source>
   <translation>Calcificación u osificación de partes blandas, tipo no indicado</translation>
  </message>
  <message>
   <source>Fluid-calcium levels or fluid calcium collection</source>
   <translation>Niveles líquido-calcio o colección cálcica líquida</translation>
  </message>
  <message>
   <source>Zonal pattern with ossified rim</source>
   <translation>Patrón zonal con borde osificado</translation>
  </message>
  <message>
   <source>Eggshell or peripheral calcification</source>
   <translation>Calcificación en cáscara de huevo o periférica</translation>
  </message>
  <message>
   <source>Calcification of a whole muscle compartment</source>
   <translation>Calcificación de un compartimento muscular completo</translation>
  </message>
  <message>
   <source>Increased uptake on bone scan</source>
   <translation>Captación aumentada en la gammagrafía ósea</translation>
  </message>
  <message>
   <source>Enhancing solid component or infiltrative margins</source>
   <translation>Componente sólido con realce o márgenes infiltrantes</translation>
  </message>
  <message>
   <source>Toothpaste-like deposit at operation or aspiration</source>
   <translation>Depósito de consistencia pastosa en la operación o aspiración</translation>
  </message>
  <message>
   <source>Fever, single or recurrent</source>
   <translation>Fiebre, aislada o recurrente</translation>
  </message>
  <message>
   <source>Fatigue, weakness or lethargy</source>
   <translation>Fatiga, debilidad o letargo</translation>
  </message>
  <message>
   <source>Anemia</source>
   <translation>Anemia</translation>
  </message>
  <message>
   <source>Nausea, vomiting, constipation or abdominal pain</source>
   <translation>Náuseas, vómitos, estreñimiento o dolor abdominal</translation>
  </message>
  <message>
   <source>Cough or shortness of breath</source>
   <translation>Tos o dificultad para respirar</translation>
  </message>
  <message>
   <source>Weight loss or cachexia</source>
   <translation>Pérdida de peso o caquexia</translation>
  </message>
  <message>
   <source>Pain, site not given</source>
   <translation>Dolor, sitio no indicado</translation>
  </message>
  <message>
   <source>Polyuria or polydipsia</source>
   <translation>Poliuria o polidipsia</translation>
  </message>
  <message>
   <source>Restrictive lung disease</source>
   <translation>Enfermedad pulmonar restrictiva</translation>
  </message>
  <message>
   <source>Other systemic or chronic disease</source>
   <translation>Otra enfermedad sistémica o crónica</translation>
  </message>
  <message>
   <source>Raised blood phosphate as stated</source>
   <translation>Fosfato en sangre elevado, según se informa</translation>
  </message>
  <message>
   <source>Low blood phosphate as stated</source>
   <translation>Fosfato en sangre bajo, según se informa</translation>
  </message>
  <message>
   <source>Raised blood calcium as stated</source>
   <translation>Calcio en sangre elevado, según se informa</translation>
  </message>
  <message>
   <source>Low blood calcium as stated</source>
   <translation>Calcio en sangre bajo, según se informa</translation>
  </message>
  <message>
   <source>Raised parathyroid hormone as stated</source>
   <translation>Hormona paratiroidea elevada, según se informa</translation>
  </message>
  <message>
   <source>Low parathyroid hormone as stated</source>
   <translation>Hormona paratiroidea baja, según se informa</translation>
  </message>
  <message>
   <source>Raised alkaline phosphatase as stated</source>
   <translation>Fosfatasa alcalina elevada, según se informa</translation>
  </message>
  <message>
   <source>Raised inflammatory markers as stated</source>
   <translation>Marcadores inflamatorios elevados, según se informa</translation>
  </message>
  <message>
   <source>Raised 1,25-dihydroxyvitamin D as stated</source>
   <translation>1,25-dihidroxivitamina D elevada, según se informa</translation>
  </message>
  <message>
   <source>Increased tubular phosphate reabsorption as stated</source>
   <translation>Reabsorción tubular de fosfato aumentada, según se informa</translation>
  </message>
  <message>
   <source>Raised calcium x phosphate product as stated</source>
   <translation>Producto calcio × fósforo elevado, según se informa</translation>
  </message>
  <message>
   <source>Raised urine calcium as stated</source>
   <translation>Calcio en orina elevado, según se informa</translation>
  </message>
  <message>
   <source>Low urine calcium as stated</source>
   <translation>Calcio en orina bajo, según se informa</translation>
  </message>
  <message>
   <source>Metabolic alkalosis</source>
   <translation>Alcalosis metabólica</translation>
  </message>
  <message>
   <source>Autoantibodies against FGF23</source>
   <translation>Autoanticuerpos contra FGF23</translation>
  </message>
  <message>
   <source>Abnormal calcium-phosphate tests as a whole</source>
   <translation>Pruebas de calcio y fósforo anormales en conjunto</translation>
  </message>
  <message>
   <source>Abnormal routine laboratory tests as a whole</source>
   <translation>Análisis de rutina anormales en conjunto</translation>
  </message>
  <message>
   <source>Calcium-based phosphate binder taken</source>
   <translation>Toma de quelante de fósforo con calcio</translation>
  </message>
  <message>
   <source>Active vitamin D taken</source>
   <translation>Toma de vitamina D activa</translation>
  </message>
  <message>
   <source>Oral phosphate taken</source>
   <translation>Toma de fosfato oral</translation>
  </message>
  <message>
   <source>Intravenous calcium given or extravasated</source>
   <translation>Calcio intravenoso administrado o extravasado</translation>
  </message>
  <message>
   <source>Warfarin taken</source>
   <translation>Toma de warfarina</translation>
  </message>
  <message>
   <source>Thiazide taken</source>
   <translation>Toma de tiazida</translation>
  </message>
  <message>
   <source>Known gout</source>
   <translation>Gota conocida</translation>
  </message>
  <message>
   <source>First thought to be infection</source>
   <translation>Primero se pensó en una infección</translation>
  </message>
  <message>
   <source>First thought to be a tumor</source>
   <translation>Primero se pensó en un tumor</translation>
  </message>
  <message>
   <source>First given another label</source>
   <translation>Primero recibió otro diagnóstico</translation>
  </message>
  <message>
   <source>Genetic test done, no causal variant found</source>
   <translation>Prueba genética realizada, sin variante causal</translation>
  </message>
 </context>
 <context>
  <name>resources/vocabulary/sites.csv</name>
  <message>
   <source>Shoulder</source>
   <translation>Hombro</translation>
  </message>
  <message>
   <source>Rotator cuff tendons</source>
   <translation>Tendones del manguito rotador</translation>
  </message>
  <message>
   <source>Scapular region</source>
   <translation>Región escapular</translation>
  </message>
  <message>
   <source>Clavicle region</source>
   <translation>Región clavicular</translation>
  </message>
  <message>
   <source>Supraclavicular region</source>
   <translation>Región supraclavicular</translation>
  </message>
  <message>
   <source>Axilla</source>
   <translation>Axila</translation>
  </message>
  <message>
   <source>Upper arm</source>
   <translation>Brazo</translation>
  </message>
  <message>
   <source>Elbow</source>
   <translation>Codo</translation>
  </message>
  <message>
   <source>Forearm</source>
   <translation>Antebrazo</translation>
  </message>
  <message>
   <source>Wrist</source>
   <translation>Muñeca</translation>
  </message>
  <message>
   <source>Hand</source>
   <translation>Mano</translation>
  </message>
  <message>
   <source>Thenar eminence</source>
   <translation>Eminencia tenar</translation>
  </message>
  <message>
   <source>Metacarpophalangeal joint</source>
   <translation>Articulación metacarpofalángica</translation>
  </message>
  <message>
   <source>Finger</source>
   <translation>Dedo de la mano</translation>
  </message>
  <message>
   <source>Thumb</source>
   <translation>Pulgar</translation>
  </message>
  <message>
   <source>Upper limb, part not given</source>
   <translation>Extremidad superior, parte no indicada</translation>
  </message>
  <message>
   <source>Hip</source>
   <translation>Cadera</translation>
  </message>
  <message>
   <source>Greater trochanter</source>
   <translation>Trocánter mayor</translation>
  </message>
  <message>
   <source>Gluteal region</source>
   <translation>Región glútea</translation>
  </message>
  <message>
   <source>Gluteal tendons</source>
   <translation>Tendones glúteos</translation>
  </message>
  <message>
   <source>Groin</source>
   <translation>Ingle</translation>
  </message>
  <message>
   <source>Thigh</source>
   <translation>Muslo</translation>
  </message>
  <message>
   <source>Knee</source>
   <translation>Rodilla</translation>
  </message>
  <message>
   <source>Popliteal fossa</source>
   <translation>Hueco poplíteo</translation>
  </message>
  <message>
   <source>Lower leg</source>
   <translation>Pierna</translation>
  </message>
  <message>
   <source>Shin</source>
   <translation>Espinilla</translation>
  </message>
  <message>
   <source>Ankle</source>
   <translation>Tobillo</translation>
  </message>
  <message>
   <source>Lateral malleolus</source>
   <translation>Maléolo lateral</translation>
  </message>
  <message>
   <source>Achilles tendon</source>
   <translation>Tendón de Aquiles</translation>
  </message>
  <message>
   <source>Foot</source>
   <translation>Pie</translation>
  </message>
  <message>
   <source>Heel</source>
   <translation>Talón</translation>
  </message>
  <message>
   <source>Sole of foot</source>
   <translation>Planta del pie</translation>
  </message>
  <message>
   <source>Toe</source>
   <translation>Dedo del pie</translation>
  </message>
  <message>
   <source>Great toe</source>
   <translation>Primer dedo del pie</translation>
  </message>
  <message>
   <source>Lower limb, part not given</source>
   <translation>Extremidad inferior, parte no indicada</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>Cabeza</translation>
  </message>
  <message>
   <source>Face</source>
   <translation>Cara</translation>
  </message>
  <message>
   <source>Cheek</source>
   <translation>Mejilla</translation>
  </message>
  <message>
   <source>Masseter muscle</source>
   <translation>Músculo masetero</translation>
  </message>
  <message>
   <source>Periorbital region</source>
   <translation>Región periorbitaria</translation>
  </message>
  <message>
   <source>Preauricular region</source>
   <translation>Región preauricular</translation>
  </message>
  <message>
   <source>Jaw</source>
   <translation>Mandíbula</translation>
  </message>
  <message>
   <source>Temporomandibular joint</source>
   <translation>Articulación temporomandibular</translation>
  </message>
  <message>
   <source>Neck</source>
   <translation>Cuello</translation>
  </message>
  <message>
   <source>Cervical spine</source>
   <translation>Columna cervical</translation>
  </message>
  <message>
   <source>Thoracic or lumbar spine</source>
   <translation>Columna torácica o lumbar</translation>
  </message>
  <message>
   <source>Sternum</source>
   <translation>Esternón</translation>
  </message>
  <message>
   <source>Chest wall</source>
   <translation>Pared torácica</translation>
  </message>
  <message>
   <source>Breast</source>
   <translation>Mama</translation>
  </message>
  <message>
   <source>Abdominal wall</source>
   <translation>Pared abdominal</translation>
  </message>
  <message>
   <source>Abdomen</source>
   <translation>Abdomen</translation>
  </message>
  <message>
   <source>Pelvis</source>
   <translation>Pelvis</translation>
  </message>
  <message>
   <source>Penis</source>
   <translation>Pene</translation>
  </message>
  <message>
   <source>Scar, site not given</source>
   <translation>Cicatriz, sitio no indicado</translation>
  </message>
  <message>
   <source>Skin, site not given</source>
   <translation>Piel, sitio no indicado</translation>
  </message>
  <message>
   <source>Deep soft tissue, site not given</source>
   <translation>Partes blandas profundas, sitio no indicado</translation>
  </message>
  <message>
   <source>Lung</source>
   <translation>Pulmón</translation>
  </message>
  <message>
   <source>Kidney</source>
   <translation>Riñón</translation>
  </message>
  <message>
   <source>Brain</source>
   <translation>Cerebro</translation>
  </message>
  <message>
   <source>Heart</source>
   <translation>Corazón</translation>
  </message>
  <message>
   <source>Liver</source>
   <translation>Hígado</translation>
  </message>
  <message>
   <source>Eye</source>
   <translation>Ojo</translation>
  </message>
  <message>
   <source>Retroperitoneum</source>
   <translation>Retroperitoneo</translation>
  </message>
  <message>
   <source>Several sites</source>
   <translation>Varios sitios</translation>
  </message>
  <message>
   <source>Site not stated</source>
   <translation>Sitio no indicado</translation>
  </message>
 </context>
 <context>
  <name>resources/vocabulary/treatments.csv</name>
  <message>
   <source>Low-phosphate diet</source>
   <translation>Dieta baja en fosfato</translation>
  </message>
  <message>
   <source>Low-calcium, low-phosphate diet</source>
   <translation>Dieta baja en calcio y fosfato</translation>
  </message>
  <message>
   <source>Sevelamer</source>
   <translation>Sevelámero</translation>
  </message>
  <message>
   <source>Lanthanum carbonate</source>
   <translation>Carbonato de lantano</translation>
  </message>
  <message>
   <source>Sucroferric oxyhydroxide</source>
   <translation>Oxihidróxido sucroférrico</translation>
  </message>
  <message>
   <source>Aluminum hydroxide</source>
   <translation>Hidróxido de aluminio</translation>
  </message>
  <message>
   <source>Calcium carbonate</source>
   <translation>Carbonato de calcio</translation>
  </message>
  <message>
   <source>Calcium acetate</source>
   <translation>Acetato de calcio</translation>
  </message>
  <message>
   <source>Phosphate binder, type not given</source>
   <translation>Quelante de fósforo, tipo no indicado</translation>
  </message>
  <message>
   <source>Phosphate-lowering treatment, type not given</source>
   <translation>Tratamiento reductor del fosfato, tipo no indicado</translation>
  </message>
  <message>
   <source>Oral calcium</source>
   <translation>Calcio oral</translation>
  </message>
  <message>
   <source>Acetazolamide</source>
   <translation>Acetazolamida</translation>
  </message>
  <message>
   <source>Probenecid</source>
   <translation>Probenecid</translation>
  </message>
  <message>
   <source>Nicotinamide</source>
   <translation>Nicotinamida</translation>
  </message>
  <message>
   <source>Burosumab</source>
   <translation>Burosumab</translation>
  </message>
  <message>
   <source>Oral phosphate</source>
   <translation>Fosfato oral</translation>
  </message>
  <message>
   <source>Vitamin D, form not given</source>
   <translation>Vitamina D, forma no indicada</translation>
  </message>
  <message>
   <source>Cholecalciferol (vitamin D3)</source>
   <translation>Colecalciferol (vitamina D3)</translation>
  </message>
  <message>
   <source>Ergocalciferol (vitamin D2)</source>
   <translation>Ergocalciferol (vitamina D2)</translation>
  </message>
  <message>
   <source>Calcitriol</source>
   <translation>Calcitriol</translation>
  </message>
  <message>
   <source>Alfacalcidol</source>
   <translation>Alfacalcidol</translation>
  </message>
  <message>
   <source>Vitamin D analog, type not given</source>
   <translation>Análogo de vitamina D, tipo no indicado</translation>
  </message>
  <message>
   <source>Cinacalcet</source>
   <translation>Cinacalcet</translation>
  </message>
  <message>
   <source>Calcitonin</source>
   <translation>Calcitonina</translation>
  </message>
  <message>
   <source>Teriparatide</source>
   <translation>Teriparatida</translation>
  </message>
  <message>
   <source>Alendronate</source>
   <translation>Alendronato</translation>
  </message>
  <message>
   <source>Risedronate</source>
   <translation>Risedronato</translation>
  </message>
  <message>
   <source>Pamidronate</source>
   <translation>Pamidronato</translation>
  </message>
  <message>
   <source>Zoledronic acid</source>
   <translation>Ácido zoledrónico</translation>
  </message>
  <message>
   <source>Bisphosphonate, type not given</source>
   <translation>Bisfosfonato, tipo no indicado</translation>
  </message>
  <message>
   <source>Denosumab</source>
   <translation>Denosumab</translation>
  </message>
  <message>
   <source>Sodium thiosulfate, route not given or intravenous</source>
   <translation>Tiosulfato de sodio, vía no indicada o intravenosa</translation>
  </message>
  <message>
   <source>Sodium thiosulfate, topical</source>
   <translation>Tiosulfato de sodio, tópico</translation>
  </message>
  <message>
   <source>Sodium thiosulfate, intralesional</source>
   <translation>Tiosulfato de sodio, intralesional</translation>
  </message>
  <message>
   <source>Anakinra</source>
   <translation>Anakinra</translation>
  </message>
  <message>
   <source>Canakinumab</source>
   <translation>Canakinumab</translation>
  </message>
  <message>
   <source>Anti-IL-1 antibody, type not given</source>
   <translation>Anticuerpo anti-IL-1, tipo no indicado</translation>
  </message>
  <message>
   <source>Systemic glucocorticoid</source>
   <translation>Glucocorticoide sistémico</translation>
  </message>
  <message>
   <source>Topical glucocorticoid</source>
   <translation>Glucocorticoide tópico</translation>
  </message>
  <message>
   <source>Methotrexate</source>
   <translation>Metotrexato</translation>
  </message>
  <message>
   <source>Mycophenolate</source>
   <translation>Micofenolato</translation>
  </message>
  <message>
   <source>Cyclosporine</source>
   <translation>Ciclosporina</translation>
  </message>
  <message>
   <source>Hydroxychloroquine</source>
   <translation>Hidroxicloroquina</translation>
  </message>
  <message>
   <source>Intravenous immunoglobulin</source>
   <translation>Inmunoglobulina intravenosa</translation>
  </message>
  <message>
   <source>Rituximab</source>
   <translation>Rituximab</translation>
  </message>
  <message>
   <source>Immunosuppression, type not given</source>
   <translation>Inmunosupresión, tipo no indicado</translation>
  </message>
  <message>
   <source>Colchicine</source>
   <translation>Colchicina</translation>
  </message>
  <message>
   <source>NSAID, type not given</source>
   <translation>AINE, tipo no indicado</translation>
  </message>
  <message>
   <source>Ibuprofen</source>
   <translation>Ibuprofeno</translation>
  </message>
  <message>
   <source>Indomethacin</source>
   <translation>Indometacina</translation>
  </message>
  <message>
   <source>Celecoxib</source>
   <translation>Celecoxib</translation>
  </message>
  <message>
   <source>Aspirin</source>
   <translation>Ácido acetilsalicílico</translation>
  </message>
  <message>
   <source>Acetaminophen</source>
   <translation>Paracetamol</translation>
  </message>
  <message>
   <source>Calcium-channel blocker</source>
   <translation>Antagonista del calcio</translation>
  </message>
  <message>
   <source>Diltiazem</source>
   <translation>Diltiazem</translation>
  </message>
  <message>
   <source>Minocycline</source>
   <translation>Minociclina</translation>
  </message>
  <message>
   <source>Warfarin</source>
   <translation>Warfarina</translation>
  </message>
  <message>
   <source>Antibiotics</source>
   <translation>Antibióticos</translation>
  </message>
  <message>
   <source>Antituberculous treatment</source>
   <translation>Tratamiento antituberculoso</translation>
  </message>
  <message>
   <source>Chemotherapy</source>
   <translation>Quimioterapia</translation>
  </message>
  <message>
   <source>Recombinant urate oxidase</source>
   <translation>Urato oxidasa recombinante</translation>
  </message>
  <message>
   <source>Urate-lowering treatment, type not given</source>
   <translation>Tratamiento reductor de urato, tipo no indicado</translation>
  </message>
  <message>
   <source>Intravenous fluids</source>
   <translation>Líquidos intravenosos</translation>
  </message>
  <message>
   <source>Loop or unspecified diuretic</source>
   <translation>Diurético de asa o no especificado</translation>
  </message>
  <message>
   <source>Thiazide</source>
   <translation>Tiazida</translation>
  </message>
  <message>
   <source>Intravenous calcium</source>
   <translation>Calcio intravenoso</translation>
  </message>
  <message>
   <source>Levothyroxine</source>
   <translation>Levotiroxina</translation>
  </message>
  <message>
   <source>Hemodialysis or hemofiltration</source>
   <translation>Hemodiálisis o hemofiltración</translation>
  </message>
  <message>
   <source>Peritoneal dialysis</source>
   <translation>Diálisis peritoneal</translation>
  </message>
  <message>
   <source>Dialysate calcium concentration</source>
   <translation>Concentración de calcio del dializado</translation>
  </message>
  <message>
   <source>Low-calcium dialysate</source>
   <translation>Dializado bajo en calcio</translation>
  </message>
  <message>
   <source>Palovarotene</source>
   <translation>Palovaroteno</translation>
  </message>
  <message>
   <source>Garetosmab</source>
   <translation>Garetosmab</translation>
  </message>
  <message>
   <source>Radiotherapy as ossification prophylaxis</source>
   <translation>Radioterapia como profilaxis de la osificación</translation>
  </message>
  <message>
   <source>Physiotherapy or exercise</source>
   <translation>Fisioterapia o ejercicio</translation>
  </message>
  <message>
   <source>Splint or immobilization</source>
   <translation>Férula o inmovilización</translation>
  </message>
  <message>
   <source>Hyperbaric oxygen</source>
   <translation>Oxígeno hiperbárico</translation>
  </message>
  <message>
   <source>Dantrolene</source>
   <translation>Dantroleno</translation>
  </message>
  <message>
   <source>Statin</source>
   <translation>Estatina</translation>
  </message>
  <message>
   <source>Observation only</source>
   <translation>Solo observación</translation>
  </message>
  <message>
   <source>Supportive care</source>
   <translation>Tratamiento de soporte</translation>
  </message>
 </context>
</TS>
