"""The command line of the generator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.bundle import Bundle
from generator.errors import GenerationError
from generator.pipeline import STEPS, Client, Layout, Run
from generator.rules import RULES

ROOT = Path(__file__).resolve().parent.parent

_EPILOG = """\
steps, each of which runs those before it:
  load      read the YAML files of specs/API
  bundle    make one document of them; printed, or written to --output
  validate  check it against OpenAPI 3.1
  prove     check with prance that bundling has changed nothing
  lint      check it against our own rules (see --rules)
  clients   write clients/bireme/API/generated/
  all       write clients/bireme/specs/API.json and the clients (the default)

Output is moved into place only when every step of every API has succeeded.

examples:
  python -m generator                          everything, for every API
  python -m generator lint holistics           rules only, for one API
  python -m generator bundle holistics --output /tmp/holistics.json
  python -m generator all --check              is the committed output up to date?

exit codes: 0 all is well; 1 a fault in a spec, or output that is not up to date; 2 wrong use of this command
"""


def main(arguments: Sequence[str] | None = None, client: Client | None = None) -> int:
    """Run the generator and give its exit code. `client` replaces the function that makes a client package."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.rules:
        print(_rules())
        return 0
    layout = Layout(options.root.resolve())
    apis = options.apis or layout.apis()
    unknown = [api for api in apis if api not in layout.apis()]
    if unknown or not apis:
        known = ", ".join(layout.apis()) or "none"
        parser.error(f"there is no API {', '.join(unknown) or 'at all'} under {layout.root / 'specs'}; known: {known}")
    if options.output and (options.step != "bundle" or len(apis) != 1):
        parser.error("--output goes with the step bundle and one API")
    if options.check and options.step not in ("clients", "all"):
        parser.error("--check goes with the steps clients and all")
    run = Run(layout, say=lambda line: print(line, file=sys.stderr), client=client, check=options.check)
    try:
        return _run(run, options, apis)
    except GenerationError as error:
        print(f"\n{error}", file=sys.stderr)
        count = len(error.problems)
        print(f"\n{count} problem{'s' if count > 1 else ''}; nothing was written.", file=sys.stderr)
        return 1


def _run(run: Run, options: argparse.Namespace, apis: list[str]) -> int:
    if options.step in ("clients", "all"):
        stale = run.generate(apis, options.step)
        if stale:
            print("\n".join(stale))
            print("\nThe committed output is not what the specs give. Remedy: run `make generate`.", file=sys.stderr)
        return 1 if stale else 0
    for api in apis:
        made = run.prepare(api, options.step)
        if options.step == "bundle" and isinstance(made, Bundle):
            _write(made, options.output)
    return 0


def _write(bundle: Bundle, output: Path | None) -> None:
    if output is None:
        print(bundle.text(), end="")
        return
    part = output.with_name(output.name + ".part")
    try:
        part.write_text(bundle.text(), encoding="utf-8")
        part.replace(output)
    except OSError as error:
        raise GenerationError(
            f"cannot be written: {error.strerror}", file=output, remedy="Name another file."
        ) from None


def _rules() -> str:
    width = max(len(rule.id) for rule in RULES)
    return "\n".join(f"{rule.id:<{width}}  {rule.family:<10}  {rule.title}" for rule in RULES)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Make bundles and typed clients of the OpenAPI specs under specs/.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("step", nargs="?", choices=STEPS, default="all", metavar="STEP", help="what to do, see below")
    parser.add_argument("apis", nargs="*", metavar="API", help="folders under specs/; all of them by default")
    parser.add_argument("--check", action="store_true", help="compare with what is committed instead of writing")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the bundle there instead of printing it")
    parser.add_argument("--rules", action="store_true", help="list the lint rules and stop")
    parser.add_argument("--root", type=Path, default=ROOT, help="root of the repository (default: where this stands)")
    return parser
