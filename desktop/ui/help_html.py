"""The Markdown of the handbook as HTML in the colors and sizes of the theme.

A small part of Markdown is known: headings, paragraphs, lists, tables, remarks (``>``), bold,
code, links and pictures on a line of their own. The handbook's tests hold its pages to it.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.theme import Theme

_INLINE = (
    (re.compile(r"`([^`]+)`"), r"<code>&nbsp;\1&nbsp;</code>"),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\[([^\]]+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>'),
)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_NUMBERED = re.compile(r"\d+\. ")


def html(text: str, *, picture_width: int) -> str:
    """A page as HTML; pictures are as wide as told and lead to themselves in full size."""
    return "\n".join(_blocks(text, picture_width))


def _blocks(text: str, picture_width: int) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.splitlines()
        if lines[0].startswith("#"):
            yield _heading(lines[0])
            lines = lines[1:]
        if lines:
            yield _block(lines, picture_width)


def _block(lines: list[str], picture_width: int) -> str:
    first = lines[0]
    if found := _PICTURE.fullmatch(first.strip()):
        return _picture(found[1], found[2], picture_width)
    if first.startswith("|"):
        return _table(lines)
    if first.startswith("- "):
        return _list("ul", [line.removeprefix("- ") for line in _items(lines, "- ")])
    if _NUMBERED.match(first):
        return _list("ol", [_NUMBERED.sub("", line, count=1) for line in _items(lines, "")])
    if first.startswith(">"):
        told = " ".join(line.lstrip("> ") for line in lines)
        return f'<table class="remark" width="100%"><tr><td>{_inline(told)}</td></tr></table>'
    return f"<p>{_inline(' '.join(lines))}</p>"


def _heading(line: str) -> str:
    level = len(line) - len(line.lstrip("#"))
    return f"<h{level}>{_inline(line[level:].strip())}</h{level}>"


def _items(lines: list[str], sign: str) -> Iterator[str]:
    """The items of a list; a line that begins with blanks goes on with the one before."""
    item = ""
    for line in lines:
        begins = line.startswith(sign) if sign else bool(_NUMBERED.match(line))
        if begins and item:
            yield item
            item = line
        else:
            item = f"{item} {line.strip()}".strip()
    yield item


def _list(kind: str, items: list[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{kind}>"


def _table(lines: list[str]) -> str:
    head, _, *rows = [_cells(line) for line in lines]
    titles = "".join(f'<th align="left">{_inline(cell)}</th>' for cell in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f'<table class="grid" width="100%" cellspacing="0"><tr>{titles}</tr>{body}</table>'


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _picture(told: str, source: str, width: int) -> str:
    name = source.rpartition("/")[2]
    image = f'<img src="{name}" width="{width}" alt="{escape(told)}">'
    shown = f'<p class="picture"><a href="picture:{name}">{image}</a></p>'
    return f'{shown}<p class="caption">{_inline(told)}</p>'


def _inline(text: str) -> str:
    made = escape(text, quote=False)
    for pattern, becomes in _INLINE:
        made = pattern.sub(becomes, made)
    return made


def style(of: Theme) -> str:
    """The style sheet of a page in a theme."""
    return f"""
        body {{ color: {of.tokens["ink"]}; }}
        h1 {{ font-size: {of.px(19)}px; font-weight: 600; margin: 0 0 {of.px(8)}px 0; }}
        h2 {{ font-size: {of.px(15)}px; font-weight: 600; margin: {of.px(18)}px 0 4px 0; }}
        h3 {{ font-size: {of.px(13.5)}px; font-weight: 600; margin: {of.px(12)}px 0 2px 0; }}
        p, li {{ font-size: {of.px(14)}px; line-height: 140%; margin: 0 0 {of.px(7)}px 0; }}
        a {{ color: {of.tokens["accent"]}; text-decoration: underline; }}
        b {{ font-weight: 600; }}
        code {{ font-family: Inter; font-size: {of.px(12.5)}px; color: {of.tokens["ink"]};
                background-color: {of.tokens["head"]}; }}
        .picture {{ line-height: 100%; margin: {of.px(4)}px 0 2px 0; }}
        .caption {{ font-size: {of.px(12)}px; color: {of.tokens["ink3"]}; }}
        .grid {{ border: 1px solid {of.tokens["line2"]}; border-collapse: collapse;
                 margin: {of.px(4)}px 0 {of.px(10)}px 0; }}
        th {{ background-color: {of.tokens["head"]}; color: {of.tokens["ink2"]};
              font-size: {of.px(12)}px; font-weight: 600; padding: 5px 8px; }}
        .grid td {{ border: 1px solid {of.tokens["line"]}; font-size: {of.px(13)}px;
                    padding: 5px 8px; vertical-align: top; }}
        .remark {{ background-color: {of.tokens["infobg"]};
                   margin: {of.px(4)}px 0 {of.px(10)}px 0; }}
        .remark td {{ color: {of.tokens["ink"]}; font-size: {of.px(13.5)}px; padding: 8px 12px; }}
    """
