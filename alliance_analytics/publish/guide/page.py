"""The guide as one HTML page: the project's own template, so that it stands alone and runs nothing."""

from __future__ import annotations

from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.guide.guide import Guide, Topic, numbered
from alliance_analytics.publish.page.render import render_page

INTRODUCTION, KEPT, FORM = "introduction", "kept", "agreements-section"


def guide_page(guide: Guide) -> str:
    """Return the guide as HTML.

    Raises
    ------
    PageError
        If the guide holds what a page may not.
    """
    topics = dict(enumerate(guide.topics, start=1))
    sections = {
        INTRODUCTION: guide.headings["introduction"],
        KEPT: guide.headings["kept"],
        **{f"topic-{place}": numbered(place, topic) for place, topic in topics.items()},
        FORM: guide.headings["form"],
    }
    exhibits = [
        _introduction(guide),
        *_kept(guide),
        *(_topic(guide, place, topic) for place, topic in topics.items()),
        _form(guide),
    ]
    return render_page(
        exhibits,
        title=guide.title,
        language=guide.language,
        sections=sections,
        alliance=guide.alliance,
        wave=guide.wave,
        synthetic=guide.synthetic,
    )


def _introduction(guide: Guide) -> Exhibit:
    first, *rest = guide.introduction
    return Exhibit("how-to-use", INTRODUCTION, first, paragraphs=tuple(rest), language=guide.language)


def _kept(guide: Guide) -> tuple[Exhibit, ...]:
    if guide.kept is None:
        return ()
    return (Exhibit("kept-agreements", KEPT, guide.kept_finding, table=guide.kept, language=guide.language),)


def _topic(guide: Guide, place: int, topic: Topic) -> Exhibit:
    return Exhibit(
        f"topic-{place}-finding",
        f"topic-{place}",
        topic.finding,
        paragraphs=(*topic.why, topic.blocks, f"{guide.headings['questions']}:"),
        points=tuple(f"{question.level}: {question.text}" for question in topic.questions),
        notes=(topic.source,),
        language=guide.language,
    )


def _form(guide: Guide) -> Exhibit:
    return Exhibit(
        "agreements",
        FORM,
        guide.headings["form_finding"],
        table=guide.form,
        notes=guide.notes,
        language=guide.language,
    )
