"""Reading web pages: main text, what the page says of itself, encodings, and pages that say nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.documents import read_bytes
from summariser.documents.formats.charset import decode_page
from summariser.documents.formats.extract import Extract, Source
from summariser.documents.formats.html import read
from summariser.documents.formats.plain_html import PlainText
from summariser.errors import DocumentError

ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Ministers sign rail pact | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Ministers sign rail pact">
<meta name="author" content="Ana Ruiz"><meta property="article:published_time" content="2027-03-04T10:00:00Z">
<link rel="canonical" href="https://post.example.org/rail"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><header>Subscribe now</header><article>
<h1>Ministers sign rail pact</h1>
<p>The two ministers signed a pact on <b>Thursday</b> that binds
   both states to finish it by 2031, said a spokesman.</p>
<p>“We will pay half of the cost,” said Minister <a href="/x">Bo Ek</a>. “Nobody will be left behind.”</p>
<h2>Terms</h2><ul><li>The line opens by 2031</li><li>Fares are frozen until 2033</li></ul>
<table><tr><th>Party</th><th>Sum</th></tr><tr><td>Norland</td><td>$4 million</td></tr></table>
<p>The pact must be ratified by both parliaments before the end of the year.</p></article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten best beaches</a></li></ul></aside>
<footer>© 2027 The Harbour Post. All rights reserved.</footer><script>track("all")</script></body></html>"""


def extract(html: str, charset: str | None = None) -> Extract:
    return read(Source(html.encode(), charset))


def test_main_text_is_taken_and_the_rest_left_out() -> None:
    """Headings, paragraphs, items and rows are blocks; menus, footers and scripts are not in the text."""
    assert extract(ARTICLE).text.split("\n\n") == [
        "Ministers sign rail pact",
        "The two ministers signed a pact on Thursday that binds both states to finish it by 2031, said a spokesman.",
        "“We will pay half of the cost,” said Minister Bo Ek. “Nobody will be left behind.”",
        "Terms",
        "The line opens by 2031",
        "Fares are frozen until 2033",
        "Party\tSum",
        "Norland\t$4 million",
        "The pact must be ratified by both parliaments before the end of the year.",
    ]


def test_notes_say_how_much_was_left_out() -> None:
    """Nothing is left out in silence."""
    (note,) = extract(ARTICLE).notes
    assert "were taken as its main text" in note


def test_page_is_kept_with_its_author_outlet_and_date() -> None:
    """The date of publication is certain, and its source is named; a caller's date goes before it."""
    document = read_bytes(ARTICLE.encode(), "rail.html")
    assert (document.title, document.author, document.outlet) == (
        "Ministers sign rail pact", "Ana Ruiz", "The Harbour Post",
    )  # fmt: skip
    assert (document.date, document.date_source) == (date(2027, 3, 4), "the page's own metadata")
    assert document.url == "https://post.example.org/rail"
    assert document.media_type == "text/html"
    fetched = read_bytes(ARTICLE.encode(), "x", url="https://post.example.org/a?b", date=date(2020, 1, 1))
    assert (fetched.url, fetched.date, fetched.date_source) == ("https://post.example.org/a?b", date(2020, 1, 1), None)


def test_dateline_counts_where_the_metadata_are_silent() -> None:
    """The words of the page tell its date then."""
    html = ARTICLE.replace("2027-03-04T10:00:00Z", "").replace("The two", "OSLO, 5 March 2027 — The two")
    document = read_bytes(html.encode(), "rail.html")
    assert (document.date, document.date_source) == (date(2027, 3, 5), "dateline")


@pytest.mark.parametrize(
    "html",
    [
        '<html><head><script>render()</script></head><body><div id="root"></div></body></html>',
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><script src=/a.js></script>",
        "<html><body>JavaScript is disabled. Please enable it to continue.<script></script></body></html>",
    ],
)
def test_page_of_scripts_is_refused(html: str) -> None:
    """Scripts are never run; the error says what to do instead."""
    with pytest.raises(DocumentError, match=r"^app\.html shows its text by scripts only") as caught:
        read_bytes(html.encode(), "app.html")
    assert "save it as PDF" in caught.value.hint


def test_page_without_text_is_refused() -> None:
    """An empty page is not read as an empty document."""
    with pytest.raises(DocumentError, match="holds no text"):
        extract("<html><body><img src=a.png></body></html>")


def test_article_about_scripts_is_read() -> None:
    """Words on enabling JavaScript do not make an article a page of scripts."""
    text = "To browse safely you can turn off what you do not need. " * 20 + "Without JavaScript many pages are blank."
    assert "many pages" in extract(f"<html><body><article><p>{text}</p></article></body></html>").text


def test_fragment_is_taken_whole() -> None:
    """Where no main text can be told, all text is taken, and the notes say so."""
    found = extract("<p>Hi<br>there</p>")
    assert found.text == "Hi\n\nthere"
    assert "all text of the page was taken" in found.notes[0]


@pytest.mark.parametrize(
    ("head", "charset", "encoding", "label"),
    [
        ('<meta charset="windows-1251">', None, "cp1251", "cp1251"),
        ("", "windows-1251", "cp1251", "cp1251"),
        ('<meta charset="utf-8">', "windows-1251", "cp1251", "cp1251"),
        ('<meta http-equiv="content-type" content="text/html; charset=koi8-r">', None, "koi8-r", "koi8-r"),
        ('<meta charset="nonsense">', "rubbish", "utf-8", "utf-8"),
        ('<meta charset="utf-16">', None, "utf-8", "utf-8"),
        ('<meta charset="ascii">', None, "utf-8-sig", "utf-8"),
        ("", None, "utf-16", "utf-16"),
    ],
)
def test_encoding_is_that_of_server_page_or_mark(head: str, charset: str | None, encoding: str, label: str) -> None:
    """The server goes before the page, a byte-order mark before both, and nonsense is passed over."""
    html = f"<html><head>{head}</head><body><p>Министр сказал, что договор подписан.</p></body></html>"
    text, found, _ = decode_page(html.encode(encoding), charset)
    assert (text, found) == (html, label)


def test_latin_1_is_meant_as_windows_1252() -> None:
    """As in browsers: pages that declare ISO 8859-1 hold curly quotation marks."""
    assert decode_page("“Café”".encode("cp1252"), "iso-8859-1") == ("“Café”", "windows-1252", ())


def test_charset_comes_with_the_media_type() -> None:
    """What the server says reaches the reader."""
    html = "<html><body><p>Министр сказал, что договор подписан в Москве.</p></body></html>"
    document = read_bytes(html.encode("koi8-r"), "x", media_type="text/html; charset=KOI8-R")
    assert document.text == "Министр сказал, что договор подписан в Москве."
    assert document.encoding == "koi8-r"


def test_xhtml_with_its_declaration_is_read() -> None:
    """The encoding in the XML declaration is no hindrance."""
    html = '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html><html><body><p>Café is open.</p></body></html>'
    assert read_bytes(html.encode("latin-1"), "x").text == "Café is open."


def test_plain_text_of_a_page() -> None:
    """All words in order: rows in one line, scripts and styles not seen, elements left open no hindrance."""
    page = PlainText(
        "<title>T</title><style>p{}</style><body><p>One<br>two <b>bold</b><p>three\n four"
        "<table><tr><td>a<td>b</tr></table><noscript><noscript>x</noscript>y</noscript>&amp; end<script>z()</script>"
    )
    assert page.lines == ["One", "two bold", "three four", "a\tb", "& end"]
    assert page.scripts == 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>/apdivscript \n\"='&;!-é")), max_size=120))
def test_any_page_gives_text_or_a_document_error(html: str) -> None:
    """Broken markup never fails in any other way."""
    try:
        found = extract(html + "<p>")
    except DocumentError:
        return
    assert found.text.strip()
