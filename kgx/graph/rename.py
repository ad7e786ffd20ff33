"""An annotation with other IRIs for its entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kgx.types import Annotation, Argument, Claim, Entity, Mention, Proposition


def rename_entities(annotation: Annotation, new: Mapping[str, str]) -> Annotation:
    """The annotation with the new IRI of each entity that has one, wherever it is named."""
    return replace(
        annotation,
        mentions=tuple(_rename_mention(mention, new) for mention in annotation.mentions),
        entities=tuple(_rename_entity(entity, new) for entity in annotation.entities),
        propositions=tuple(_rename_proposition(said, new) for said in annotation.propositions),
        claims=tuple(_rename_claim(claim, new) for claim in annotation.claims),
    )


def _rename(iri: str | None, new: Mapping[str, str]) -> str | None:
    return new.get(iri, iri) if iri is not None else None


def _rename_mention(mention: Mention, new: Mapping[str, str]) -> Mention:
    return replace(mention, entity=new.get(mention.entity, mention.entity))


def _rename_entity(entity: Entity, new: Mapping[str, str]) -> Entity:
    broader = tuple(new.get(iri, iri) for iri in entity.broader)
    return replace(entity, id=new.get(entity.id, entity.id), broader=broader)


def _rename_argument(argument: Argument, new: Mapping[str, str]) -> Argument:
    return replace(argument, entity=_rename(argument.entity, new))


def _rename_proposition(said: Proposition, new: Mapping[str, str]) -> Proposition:
    return replace(
        said,
        subject=_rename_argument(said.subject, new),
        arguments=tuple(_rename_argument(argument, new) for argument in said.arguments),
        attributed_to=_rename(said.attributed_to, new),
    )


def _rename_claim(claim: Claim, new: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        subject=new.get(claim.subject, claim.subject),
        object=_rename(claim.object, new),
        attributed_to=_rename(claim.attributed_to, new),
    )
