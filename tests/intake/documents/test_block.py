from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.documents.block import Note, UnreadableDocumentError


def test_an_unreadable_document_says_what_was_found_and_what_to_do() -> None:
    error = UnreadableDocumentError(Note("empty", "an empty file", "Export it again."))
    assert isinstance(error, DocumentError)
    assert "an empty file" in str(error)
    assert "Export it again." in str(error)
