"""One line of text on its baseline: it stands where it is put, is never cut off, and needs no layout."""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text

from alliance_analytics.publish.figures.drawing import Drawing


class Letters(Text):
    """A text whose baseline is reckoned by who writes it, so that a drawing can have it as it is."""

    def set_clip_path(self, *_: Any, **__: Any) -> None:
        """Cut off nothing."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line; on a ground, with a halo or turned, matplotlib must find out how large it is."""
        laid_out = self.get_bbox_patch() or self.get_path_effects() or self.get_rotation()
        if laid_out or not isinstance(renderer, Drawing):
            super().draw(renderer)
        elif self.get_text():
            pen = renderer.new_gc()
            pen.set_foreground(self.get_color())
            x, y = self.get_transform().transform(self.get_position())
            font = self.get_fontproperties()
            renderer.draw_text(pen, x, renderer.height - y, self.get_text(), font, 0, mtext=self)
