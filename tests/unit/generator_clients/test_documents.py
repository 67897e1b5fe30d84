"""JSON:API documents in generated clients: records in place of envelopes, arguments in place of request documents."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bireme._wire import NotSent, Reply, Request, _encode
from generator.clients import generate_client

DOCUMENTS = Path(__file__).with_name("documents.yaml")
RACK = {
    "data": {
        "id": "s1",
        "type": "racks",
        "attributes": {"name": "Oak", "width": None, "new": 1},
        "relationships": {
            "books": {"data": [{"id": "b1", "type": "books"}, {"id": "b2", "type": "books"}]},
            "room": {"data": {"id": "r1", "type": "rooms"}},
            "wrapped": {"data": [{"data": {"id": "b2", "type": "books"}}]},
        },
    },
    "included": [
        {"id": "b1", "type": "books", "attributes": {"title": "Emma"}},
        {"id": "r1", "type": "rooms", "attributes": {"floor": 2}},
    ],
}


class Sender:
    """Answers every request with one document, and keeps the request."""

    def __init__(self, answer: Any, status: int = 200) -> None:
        self.answer = answer
        self.status = status
        self.request: Any = None

    def send(self, request: Request[Any]) -> Any:
        self.request = request
        headers = {"content-type": "application/vnd.api+json"}
        return request.parse(Reply(self.status, headers, json.dumps(self.answer).encode()))


@pytest.fixture(scope="module")
def package(packages: Path) -> Any:
    generate_client(yaml.safe_load(DOCUMENTS.read_text()), "library", packages / "documents_ours")
    import documents_ours.facade
    import documents_ours.policy

    return documents_ours


def _racks(package: Any, sender: Sender) -> Any:
    return package.facade.Facade(sender).racks


def test_attributes_and_relationships_of_a_resource_are_properties(package: Any) -> None:
    rack = _racks(package, Sender(RACK)).get("s1", include="books")
    assert (rack.id, rack.type, rack.name, rack.width) == ("s1", "racks", "Oak", None)
    assert [book.id for book in rack.books] == ["b1", "b2"]
    assert rack.books[0].title == "Emma"
    assert rack.room.attributes.floor == 2
    assert repr(rack) == "Rack(id='s1', name='Oak')"


def test_a_relationship_whose_entries_are_wrapped_once_more_leads_to_the_same_records(package: Any) -> None:
    rack = _racks(package, Sender(RACK)).get("s1")
    assert [book.id for book in rack.wrapped] == ["b2"]


def test_the_reply_as_it_came_is_one_attribute_away(package: Any) -> None:
    rack = _racks(package, Sender(RACK)).get("s1")
    assert rack.document.to_dict() == RACK
    assert rack.to_dict() == RACK["data"]


def test_what_the_server_left_out_is_an_error_that_says_so_or_a_default(package: Any) -> None:
    rack = _racks(package, Sender(RACK)).get("s1")
    with pytest.raises(NotSent, match=r"secret of the racks s1: the server did not send it"):
        _ = rack.secret
    assert getattr(rack, "secret", "none") == "none"
    assert not rack.books[1].is_loaded
    with pytest.raises(NotSent, match=r"title of the books b2: the reply holds its id only; read it by its id"):
        _ = rack.books[1].title
    bare = {"data": {"id": "s1", "type": "racks", "attributes": {"name": "Oak"}}}
    with pytest.raises(NotSent, match="room of the racks s1"):
        _ = _racks(package, Sender(bare)).get("s1").room


def test_a_collection_is_a_list_of_records(package: Any) -> None:
    racks = _racks(package, Sender({"data": [RACK["data"]]})).list()
    assert [rack.name for rack in racks] == ["Oak"]


def test_attributes_and_ids_are_given_as_plain_arguments(package: Any) -> None:
    sender = Sender(RACK, 201)
    racks = _racks(package, sender)
    book = racks_book(package)
    rack = racks.create(name="Oak", width=None, books=["b1", book], room="r1")
    assert rack.name == "Oak"
    assert json.loads(sender.request.content) == {
        "data": {
            "attributes": {"name": "Oak", "width": None},
            "relationships": {
                "books": {"data": [{"type": "books", "id": "b1"}, {"type": "books", "id": "b9"}]},
                "room": {"data": {"type": "rooms", "id": "r1"}},
            },
        }
    }
    racks.create(name="Oak", books=[], room=None)
    sent = json.loads(sender.request.content)["data"]
    assert sent == {"attributes": {"name": "Oak"}, "relationships": {"books": {"data": []}, "room": {"data": None}}}


def racks_book(package: Any) -> Any:
    from documents_ours.records import Book

    return Book("b9")


def test_a_related_resource_of_the_wrong_kind_is_refused_by_name(package: Any) -> None:
    racks = _racks(package, Sender(RACK, 201))
    with pytest.raises(TypeError, match="room: an id or a record of rooms is due here"):
        racks.create(name="Oak", books=[], room=racks_book(package))
    with pytest.raises(TypeError, match="books: a list of ids or records is due here, not 'b1'"):
        racks.create(name="Oak", books="b1")


def test_signatures_and_docstrings_show_arguments_not_envelopes(package: Any) -> None:
    create = _racks(package, Sender(RACK)).create
    assert list(inspect.signature(create).parameters) == ["name", "books", "width", "room"]
    assert "l.racks.create(name='Oak', books=['b1'])" in create.__doc__
    assert "What to write on it." in create.__doc__
    listing = _racks(package, Sender(RACK)).list.__doc__
    assert "Needs one of the permissions view_racks, manage_racks." in listing


def test_generated_records_are_fully_typed(package: Any) -> None:
    folder = Path(package.__file__).parent
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder / ".mypy"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder.parent)
    assert done.returncode == 0, done.stdout[-2000:]


def test_a_parameter_that_spans_segments_keeps_its_slashes(package: Any) -> None:
    sender = Sender({})
    package.facade.Facade(sender).book_data.get("a/b=c/d%2Fe")
    assert sender.request.path == "/data/a/b=c/d%2Fe"
    assert sender.request.operation.server == "data"
    assert package.policy.SERVERS == {"eu": "https://api.eu.example"}
    assert package.policy.DATA_SERVERS == {"eu": "https://data.eu.example"}
    assert package.policy.CREDENTIALS["DataToken"] == ("Authorization", "Data ")


@pytest.mark.parametrize("key", ["", "a//b", "../b", "a/%2e%2e/b", "a/"])
def test_a_path_that_would_lead_elsewhere_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a path"):
        _encode.segments("dataKey", key)


def test_what_would_end_the_path_is_encoded() -> None:
    assert _encode.segments("dataKey", "a/b?c#d é") == "a/b%3Fc%23d%20%C3%A9"
