"""Office files and PDF are read with their properties; what cannot be opened is itself a finding."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from alliance_analytics.publish.audit.office import UNREAD, read_archive, read_pdf

SECRET = "ann@example.org"


def saved(document):
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def texts(layer):
    return "\n".join(piece.text for piece in layer.pieces)


def test_a_word_split_over_runs_is_read_whole():
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("ann@ex")
    paragraph.add_run("ample.org")
    assert SECRET in texts(read_archive("", saved(document)))


def test_the_author_of_a_document_is_a_sign():
    document = Document()
    document.core_properties.author = "Ann Smith"
    layer = read_archive("", saved(document))
    assert [sign.kind for sign in layer.signs] == ["the name of who made the file"]
    assert "Ann" not in str(layer.signs)


def test_slides_are_read():
    slides = Presentation()
    slides.slides.add_slide(slides.slide_layouts[5]).shapes.title.text = SECRET
    assert SECRET in texts(read_archive("", saved(slides)))


def test_a_pdf_is_read_with_its_properties():
    target = BytesIO()
    canvas = Canvas(target)
    canvas.setAuthor("Ann Smith")
    canvas.drawString(10, 10, SECRET)
    canvas.save()
    layer = read_pdf("", target.getvalue())
    assert SECRET in texts(layer)
    assert [sign.kind for sign in layer.signs] == ["the name of who made the file"]


def test_names_in_an_archive_are_texts_and_its_files_are_carried():
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(f"{SECRET}.csv", "a")
    layer = read_archive("", target.getvalue())
    assert SECRET in texts(layer)
    assert [each.content for each in layer.carried] == [b"a"]
    assert SECRET not in layer.carried[0].inside


def test_a_damaged_archive_is_a_finding():
    assert [sign.kind for sign in read_archive("", b"PK\x03\x04broken").signs] == [UNREAD]


def test_a_damaged_pdf_is_a_finding():
    assert [sign.kind for sign in read_pdf("", b"%PDF-1.4 broken").signs] == [UNREAD]
