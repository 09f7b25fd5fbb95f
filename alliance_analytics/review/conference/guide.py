"""The conference guide of one alliance and wave, put together from its topics and its agreements."""

from __future__ import annotations

from alliance_analytics.publish.guide.guide import Guide, blank_form
from alliance_analytics.publish.wording import words
from alliance_analytics.review.conference.agreed import agreements
from alliance_analytics.review.conference.conversation import topics
from alliance_analytics.review.study import Study

HEADINGS = (
    "introduction",
    "kept",
    "form",
    "form_finding",
    "questions",
    "level",
    "question",
    "synthetic",
)
FORM = ("what", "who", "by_when", "pillar")


def conference_guide(study: Study) -> Guide:
    """Return the guide for the conference about one wave.

    Parameters
    ----------
    study : Study
        Of which alliance and wave; its language is that of the guide.
    """
    say, named = words("conversation", study.language), words("development", study.language)
    kept = agreements(study)
    header = tuple(named(f"column.{key}") for key in FORM)
    return Guide(
        title=say("guide.title"),
        alliance=study.title,
        wave=study.wave,
        language=study.language,
        synthetic=_synthetic(study),
        introduction=tuple(say(f"guide.introduction_{place}") for place in (1, 2, 3)),
        topics=topics(study),
        headings={
            **{key: say(f"guide.{key}") for key in HEADINGS},
            "wave": say("guide.wave", wave=study.wave),
        },
        form=blank_form(say("guide.form_caption"), header),
        kept=kept.table if kept else None,
        kept_finding=kept.headline if kept else "",
        notes=tuple(say(f"guide.{key}", wave=study.wave) for key in ("form_note", "source_note")),
    )


def _synthetic(study: Study) -> bool:
    own = study.workspace.alliance_settings(study.alliance).synthetic
    return study.workspace.settings.synthetic or own
