"""The `cluvio` folder of a workspace: what is filled in, where objects are, and which slip is named at the start."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bireme_emulator.workspace
from bireme_emulator.cluvio.organization import organization, time_zone
from bireme_emulator.kernel.config import EmulatorError
from bireme_emulator.kernel.emulation import Emulation
from tests.unit.emulator_state.cluvio_world import emulation_of_cluvio

DEMO = Path(bireme_emulator.workspace.__file__).parent
Start = Callable[..., Emulation]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts an emulator on a workspace of one's own, whose `cluvio/objects.yaml` is as given."""
    made = []

    def start(objects: str | None, settings: str = "keys: []") -> Emulation:
        shutil.copy(DEMO / "holistics.yaml", tmp_path)
        shutil.copytree(DEMO / "data", tmp_path / "data", dirs_exist_ok=True)
        if objects is not None:
            (tmp_path / "cluvio").mkdir(exist_ok=True)
            (tmp_path / "cluvio" / "objects.yaml").write_text(objects)
            (tmp_path / "cluvio" / "organization.yaml").write_text(settings)
        made.append(emulation_of_cluvio(workspace=tmp_path))
        return made[-1]

    yield start
    for emulation in made:
        emulation.close()


def test_a_workspace_without_the_folder_has_the_demos_people_and_nothing_else(start: Start) -> None:
    listed = start(None).control.workspace()["cluvio_eu"]
    assert set(listed) == {"users", "user_groups"}


def test_objects_are_completed_by_what_is_usual_and_may_be_in_one_location_only(start: Start) -> None:
    control = start("users: [{id: a, attributes: {email: a@b.example}}, {id: b, locations: [us]}]").control
    session = control._session
    stored = session.store.get("cluvio_eu", "users", "a")
    assert stored is not None
    assert stored["attributes"]["role"] == "viewer"
    assert stored["attributes"]["firstname"] is None
    assert [len(session.store.list(api, "users")) for api in ("cluvio_eu", "cluvio_us")] == [1, 2]


def test_an_organization_is_as_at_the_vendors_unless_it_says_otherwise(start: Start) -> None:
    session = start("users: []").control._session
    settings = organization(session, "cluvio_eu")
    names = ("csv_column_separator", "csv_decimal_separator", "csv_quote_style")
    assert [settings[name] for name in names] == [",", ".", "necessary"]
    assert str(time_zone(session, "cluvio_eu")) == "UTC"


@pytest.mark.parametrize(
    ("objects", "says"),
    [
        ("users: [{id: a, relationships: {user_groups: [none]}}]", "users a: user_groups names none"),
        ("users: [{id: a, relationships: {friends: [a]}}]", "users a: there is no relationship 'friends'"),
        ("users: [{id: a}, {id: a}]", "users a: there is another one of that id"),
        (
            "{users: [{id: a, locations: [us]}], user_groups: [{id: g, relationships: {users: [a]}}]}",
            "user_groups g: users names a",
        ),
        ("[a, b]", "objects.yaml: it must map kinds to lists of objects"),
        ("users: [", "objects.yaml: it cannot be read"),
    ],
)
def test_a_slip_in_the_objects_stops_the_start_and_is_named(start: Start, objects: str, says: str) -> None:
    with pytest.raises(EmulatorError, match=says):
        start(objects)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("organization: {colour: red}", "there is no setting 'colour'"),
        ("keys: [{secret: a-secret-of-mine, type: view, permissions: [manage_users]}]", "a view key takes no manage"),
        ("keys: [{secret: a-secret-of-mine, type: view, permissions: [see]}]", "there is no 'see'"),
        ("keys: [{type: view, permissions: []}]", "secret"),
    ],
)
def test_a_slip_in_the_settings_stops_the_start_and_is_named(start: Start, settings: str, says: str) -> None:
    with pytest.raises(EmulatorError, match=says):
        start("users: []", settings)
