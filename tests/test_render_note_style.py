"""House styles: loading, copying, what a style may say, and the words and dates that follow it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import SettingsError
from summariser.render.note import Style, copy_style, list_styles, load_style, render_note_markdown
from summariser.render.note.styles import logo_of
from summariser.render.note.words import Words, clean
from summariser.schemas.brief import DateRange
from tests.sample_note import sample_note

if TYPE_CHECKING:
    from pathlib import Path

MINIMAL = 'name = "House"\n'


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "style.toml").write_text(text, "utf-8")
    return folder


def test_the_package_has_three_styles() -> None:
    """The default comes first, each says what it is for, and each loads."""
    styles = list_styles()
    assert list(styles) == ["plain", "ministry", "newsroom"]
    assert all(styles.values())
    assert load_style() == load_style("plain")
    ministry = load_style("ministry")
    assert ministry.letterhead
    assert ministry.classification
    assert load_style("newsroom").lang == "en-US"


@pytest.mark.parametrize("name", ["plain", "ministry", "newsroom"])
def test_a_copy_loads_as_the_original_and_can_be_changed(tmp_path: Path, name: str) -> None:
    """From the folder and from the file; an existing copy is never overwritten."""
    file = copy_style(name, tmp_path / "mine")
    assert file == tmp_path / "mine" / "style.toml"
    for copy in (tmp_path / "mine", str(file)):
        assert load_style(copy).model_dump() == load_style(name).model_dump()
    file.write_text(file.read_text("utf-8").replace("name = ", "# name = ", 1).replace("paper", "# paper", 1) + "\n")
    assert load_style(file).name == "Plain"
    with pytest.raises(SettingsError, match="is there already"):
        copy_style(name, tmp_path / "mine")


def test_a_style_says_only_what_it_changes(tmp_path: Path) -> None:
    """All else keeps its default."""
    assert load_style(write(tmp_path / "s", MINIMAL)).model_dump() == {**Style().model_dump(), "name": "House"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "is not valid TOML"),
        ('colour = "red"\n', "colour"),
        ('accent = "red"\n', "accent"),
        ('accent = "#ffff00"\n', "too light"),
        ('paper = "a3"\n', "paper"),
        ('logo = "../logo.png"\nlogo_alt = "x"\n', "name of a file in the folder"),
        ('logo = "logo.svg"\nlogo_alt = "x"\n', "PNG or JPEG"),
        ('logo = "logo.png"\n', "logo_alt"),
        ('logo = "logo.png"\nlogo_alt = "Crest"\n', "cannot be read"),
        ('[fonts]\ntext = ["x\\"; } body { color: red"]\n', "fonts.text"),
        ('[long]\nsections = ["new"]\n', "evidence and sources"),
        ('[long]\nsections = ["new", "new", "sources", "evidence"]\n', "twice"),
        ('[short]\nsections = ["gossip", "sources", "evidence"]\n', "short.sections"),
        ('[titles]\nnew = ""\n', "titles.new"),
        ('letterhead = ["a\\u0000b"]\n', "letterhead"),
    ],
)
def test_what_a_style_must_not_say_is_named(tmp_path: Path, text: str, said: str) -> None:
    """One line that names the file and the field, with a hint."""
    with pytest.raises(SettingsError, match=said) as caught:
        load_style(write(tmp_path / "s", text))
    assert caught.value.hint
    assert "\n" not in caught.value.message


def test_a_style_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    """By name and by path, for loading and copying."""
    with pytest.raises(SettingsError, match="ministry, newsroom, plain"):
        load_style("baroque")
    with pytest.raises(SettingsError, match="there is no style"):
        load_style(tmp_path)
    with pytest.raises(SettingsError, match="name one of ministry"):
        copy_style("../plain", tmp_path)
    (tmp_path / "style.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_style(tmp_path)


def test_a_logo_must_be_a_picture(tmp_path: Path) -> None:
    """By its first bytes, not by its name."""
    folder = write(tmp_path / "s", 'logo = "logo.png"\nlogo_alt = "Crest"\n')
    (folder / "logo.png").write_text("<svg/>")
    with pytest.raises(SettingsError, match="neither PNG nor JPEG"):
        load_style(folder)
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert logo_of(load_style(folder)) == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("style", "day", "month", "days"),
    [
        (Style(), "12 March 2025", "March 2025", "12–14 March 2025"),
        (Style(spelling="american"), "March 12, 2025", "March 2025", "March 12–14, 2025"),
        (Style(dates="iso"), "2025-03-12", "2025-03-01 to 2025-03-31", "2025-03-12 to 2025-03-14"),
        (Style(spelling="american", dates="12 March 2025"), "12 March 2025", "March 2025", "12–14 March 2025"),
    ],
)
def test_dates_follow_the_style(style: Style, day: str, month: str, days: str) -> None:
    """One day, a whole month by its name, some days."""
    words = Words(style)
    assert words.day(date(2025, 3, 12)) == day
    assert words.interval(date(2025, 3, 1), date(2025, 3, 31)) == month
    assert words.interval(date(2025, 3, 12), date(2025, 3, 14)) == days


def test_open_dates_are_said_in_words() -> None:
    """A deadline is its last day; what nobody knows is empty."""
    words = Words(Style())
    only_latest = DateRange(text="x", latest=date(2027, 12, 31))
    year = DateRange(text="in 2027", earliest=date(2027, 1, 1), latest=date(2027, 12, 31))
    assert words.meaning(only_latest) == "by 31 December 2027"
    assert words.meaning(only_latest, deadline=True) == "31 December 2027"
    assert words.meaning(year) == "2027"
    assert words.meaning(year, deadline=True) == "31 December 2027"
    assert words.meaning(DateRange(text="x", earliest=date(2027, 1, 1)), deadline=True) == "from 1 January 2027"
    assert words.meaning(DateRange(text="soon")) == ""


def test_only_the_words_of_the_program_change_their_spelling() -> None:
    """A label does, a source's words do not, whatever the style."""
    note = sample_note()
    note.parties[4].role = note.quotes[0].text = "organisation of colour"
    british = render_note_markdown(note, Style())
    american = render_note_markdown(note, Style(spelling="american"))
    assert "| Organisation |" in british
    assert "| Organization |" in american
    assert british.count("organisation of colour") == american.count("organisation of colour") == 2


@given(st.text(alphabet=st.characters(categories=["L", "C", "P", "Z", "S", "N"])))
def test_clean_text_is_one_line_that_xml_can_hold(text: str) -> None:
    """Whatever goes in; doing it twice changes nothing."""
    import lxml.etree

    cleaned = clean(text)
    lxml.etree.Element("a").text = cleaned
    assert "\n" not in cleaned
    assert clean(cleaned) == cleaned
