"""The standing of a clause while it is gathered."""

from dataclasses import dataclass

from kgx.types import Modality

_STRENGTH: dict[Modality, int] = {
    "asserted": 0,
    "planned": 1,
    "possible": 2,
    "demanded": 3,
    "conditional": 4,
    "question": 5,
}


@dataclass(slots=True)
class Standing:
    """What has been gathered on the way up; ``described`` where the clause tells more of a noun, so
    that a question around it takes it for granted."""

    negative: bool = False
    modality: Modality = "asserted"
    speaker: int | None = None
    described: bool = False

    def weaken(self, modality: Modality) -> None:
        """Take the weaker of two modalities."""
        if _STRENGTH[modality] > _STRENGTH[self.modality]:
            self.modality = modality
