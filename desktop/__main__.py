"""``python -m desktop``: the same as the command ``calcinosis-registry``."""

from desktop.cli import main

raise SystemExit(main())
