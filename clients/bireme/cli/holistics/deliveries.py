"""`bireme holistics schedules` and `alerts`: alike but for the test run of alerts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from bireme.cli.asking import confirm, say
from bireme.cli.documents import read_document
from bireme.cli.output import print_json, print_table
from bireme.holistics import Holistics

from .group import group, with_client
from .options import Json, NoWait, Timeout, Yes
from .waiting import finish

Id = Annotated[int, typer.Argument(metavar="ID", help="Its id; list shows it.")]
File = Annotated[
    str,
    typer.Option("--file", "-f", metavar="FILE", help="A YAML or JSON file with its fields; - is standard input."),
]
SourceType = Annotated[
    str | None, typer.Option("--source-type", metavar="TYPE", help="Only those on this kind of source, e.g. Dashboard.")
]
SourceId = Annotated[int | None, typer.Option("--source", metavar="ID", help="Only those on the source of this id.")]
DestType = Annotated[
    str | None, typer.Option("--dest", metavar="TYPE", help="Only those that go there, e.g. EmailDest or SlackDest.")
]


@dataclass(frozen=True)
class Kind:
    """What schedules and alerts differ in."""

    name: str  # on the command line
    word: str
    tag: str  # in the client
    key: str  # around the body of a request

    def api(self, h: Holistics) -> Any:
        return getattr(h, self.tag)

    def body(self, file: str) -> dict[str, Any]:
        """The body of a request from a file, which may have the enclosing key or not."""
        value = read_document(file)
        return self.enclosed(value[self.key] if list(value) == [self.key] else value)

    def enclosed(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The body of a request: what only the server says is left out."""
        schedule = fields.get("schedule")
        if isinstance(schedule, dict):
            fields = {**fields, "schedule": {key: schedule[key] for key in schedule if key != "is_archived"}}
        return {self.key: {key: value for key, value in fields.items() if key != "id"}}


SCHEDULES = Kind("schedules", "schedule", "data_schedules", "data_schedule")
ALERTS = Kind("alerts", "alert", "data_alerts", "data_alert")


def _list(kind: Kind) -> Any:
    def command(
        h: Holistics,
        source_type: SourceType = None,
        source: SourceId = None,
        dest: DestType = None,
        json: Json = False,
    ) -> None:
        wanted = {"source_type": source_type, "source_id": source, "dest_type": dest}
        given = {name: value for name, value in wanted.items() if value is not None}
        found = [one.to_dict() for one in kind.api(h).iter(limit=100, **given)]
        if json:
            print_json(found)
        else:
            columns = ("id", "title", "source", "repeat", "paused", "to")
            print_table(columns, [_row(one) for one in found], f"There are no such {kind.name}.")

    return command


def _row(one: dict[str, Any]) -> tuple[Any, ...]:
    dest, schedule = one.get("dest") or {}, one.get("schedule") or {}
    source = f"{one.get('source_type')} {one.get('source_id')}"
    title = one.get("title") or dest.get("title")
    return (one.get("id"), title, source, schedule.get("repeat"), schedule.get("paused"), _whereto(dest))


def _whereto(dest: dict[str, Any]) -> str:
    kind = str(dest.get("type") or "").removesuffix("Dest")
    channels = [channel.get("name") or channel.get("id") for channel in dest.get("slack_channels") or ()]
    names = dest.get("recipients") or channels or [dest.get("file_path")]
    return " ".join([kind, *(str(name) for name in names if name)])


def _get(kind: Kind) -> Any:
    def command(h: Holistics, id: Id, json: Json = False) -> None:
        found = kind.api(h).get(id).to_dict()
        if json:
            print_json(found)
        else:
            first = {key: found[key] for key in ("id", "title") if key in found}
            print_table(("field", "value"), _flat({**first, **found}), "")

    return command


def _flat(value: Any, name: str = "") -> list[tuple[str, Any]]:
    """Nested fields one a line: `dest.recipients.0`."""
    if isinstance(value, dict) and value:
        pairs = value.items()
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        pairs = {str(number): item for number, item in enumerate(value)}.items()
    else:
        shown = ", ".join(map(str, value)) if isinstance(value, list) else value
        return [] if shown in (None, "", {}) else [(name, shown)]
    return [line for key, item in pairs for line in _flat(item, f"{name}.{key}" if name else str(key))]


def _create(kind: Kind) -> Any:
    def command(h: Holistics, file: File, json: Json = False) -> None:
        made = kind.api(h).create(body=kind.body(file)).to_dict()
        print_json(made) if json else typer.echo(f"Created {kind.word} {made.get('id')}.")

    return command


def _update(kind: Kind) -> Any:
    def command(h: Holistics, id: Id, file: File, json: Json = False) -> None:
        changed = kind.api(h).update(id, body=kind.body(file)).to_dict()
        print_json(changed) if json else typer.echo(f"Changed {kind.word} {id}.")

    return command


def _paused(kind: Kind, paused: bool) -> Any:
    def command(h: Holistics, id: Id, json: Json = False) -> None:
        fields = kind.api(h).get(id).to_dict()
        body = kind.enclosed({**fields, "schedule": {**fields.get("schedule", {}), "paused": paused}})
        changed = kind.api(h).update(id, body=body).to_dict()
        print_json(changed) if json else typer.echo(f"{'Paused' if paused else 'Resumed'} {kind.word} {id}.")

    return command


def _delete(kind: Kind) -> Any:
    def command(h: Holistics, id: Id, yes: Yes = False, json: Json = False) -> None:
        confirm(f"Delete {kind.word} {id}", yes)
        say(kind.api(h).delete(id), json)

    return command


def _run(kind: Kind) -> Any:
    def command(h: Holistics, id: Id, no_wait: NoWait = False, timeout: Timeout = 600.0, json: Json = False) -> None:
        started = kind.api(h).submit_execute(id)
        finish(h, started, f"Ran {kind.word} {id}", json=json, wait=not no_wait, timeout=timeout)

    return command


def run_unsaved(
    h: Holistics, file: File, no_wait: NoWait = False, timeout: Timeout = 600.0, json: Json = False
) -> None:
    """Run an alert once as a file has it, without saving it.

    \b
    Example:
      bireme holistics alerts test --file alert.yaml
    """
    body = {"test_data_alert": ALERTS.body(file)[ALERTS.key]}
    started = h.data_alerts.submit_execute_test(body=body)
    finish(h, started, "Ran the alert", json=json, wait=not no_wait, timeout=timeout)


def _app(kind: Kind, help: str) -> typer.Typer:
    app = group(kind.name, help)
    example = f"\n\n\b\nExample:\n  bireme holistics {kind.name}"
    a = f"a{'n' if kind.word[0] in 'aeiou' else ''} {kind.word}"
    commands = {
        "list": (_list(kind), f"List the {kind.name}.{example} list --source-type Dashboard --source 16076"),
        "get": (_get(kind), f"Show {a}.{example} get 1 --json"),
        "create": (_create(kind), f"Create {a} from a file.{example} create --file {kind.word}.yaml"),
        "update": (_update(kind), f"Put what a file says in place of {a}.{example} update 1 --file {kind.word}.yaml"),
        "delete": (_delete(kind), f"Delete {a}.{example} delete 1 --yes"),
        "run": (_run(kind), f"Run {a} now, and wait until it is through.{example} run 1"),
        "pause": (_paused(kind, True), f"Stop {a} from running by itself.{example} pause 1"),
        "resume": (_paused(kind, False), f"Let {a} run by itself again.{example} resume 1"),
    }
    for name, (command, text) in commands.items():
        app.command(name, help=text)(with_client(command))
    return app


schedules = _app(SCHEDULES, "Data schedules: reports that are sent by mail, to Slack or as files, at set times.")
alerts = _app(ALERTS, "Data alerts: messages that are sent when data meets conditions.")
alerts.command("test")(with_client(run_unsaved))
