"""Standing: sentence and the verb in question → polarity, modality, who says so."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "polarity", "modality", "speaker"),
    [
        ("The council approved the bridge.", "approve", "positive", "asserted", None),
        ("The council did not approve the bridge.", "approve", "negative", "asserted", None),
        ("Helix never bought Orbis.", "buy", "negative", "asserted", None),
        ("No minister attended the funeral.", "attend", "negative", "asserted", None),
        ("The ferry no longer stops at Lund.", "stop", "negative", "asserted", None),
        ("The museum failed to raise the money.", "raise", "negative", "asserted", None),
        ("The drug reduces pain without causing fever.", "cause", "negative", "asserted", None),
        ("Norvik may sell its ferries.", "sell", "positive", "possible", None),
        ("Norvik will sell its ferries.", "sell", "positive", "planned", None),
        ("Norvik plans to sell its ferries.", "sell", "positive", "planned", None),
        ("Norvik does not plan to sell its ferries.", "sell", "negative", "planned", None),
        ("Norvik is likely to sell its ferries.", "sell", "positive", "planned", None),
        ("Norvik is unlikely to sell its ferries.", "sell", "negative", "asserted", None),
        ("If the court agrees, the firm will appeal.", "agree", "positive", "conditional", None),
        ("If the court agrees, the firm will appeal.", "appeal", "positive", "conditional", None),
        ("Did the mayor resign?", "resign", "positive", "question", None),
        ("The state should repair the dam.", "repair", "positive", "demanded", None),
        ("The union urged the firm to raise wages.", "raise", "positive", "demanded", "union"),
        ("Shares rose 3% to close at 45 euros.", "close", "positive", "asserted", None),
        ("Hale went on to close the shop.", "close", "positive", "asserted", None),
        ("Hale hired a firm to close the shop.", "close", "positive", "planned", None),
        ("Hale stayed to close the shop.", "close", "positive", "planned", None),
        ("Hale is the first coach to lift the cup.", "lift", "positive", "asserted", None),
        ("Hale would be the first coach to lift the cup.", "lift", "positive", "conditional", None),
        ("The firm needs to raise wages.", "raise", "positive", "demanded", None),
        ("She managed to escape.", "escape", "positive", "asserted", None),
        ("Lind said the bank had lost money.", "lose", "positive", "asserted", "Lind"),
        ("Lind denied that the bank had lost money.", "lose", "negative", "asserted", "Lind"),
        ("The bank would cut jobs, Lind said.", "cut", "positive", "planned", "Lind"),
        ("According to Lind, the driver fled.", "flee", "positive", "asserted", "Lind"),
        ("“The dam broke at noon,” said Lind.", "break", "positive", "asserted", "Lind"),
        ("He was accused of taking bribes.", "take", "positive", "possible", None),
        ("That the mayor fled was often repeated.", "flee", "positive", "possible", None),
        ("It was rumoured that the mayor fled.", "flee", "positive", "possible", None),
        ("It must be said that the mayor fled.", "flee", "positive", "asserted", None),
        ("It was announced that the mayor fled.", "flee", "positive", "asserted", None),
        ("It is not true that the mayor fled.", "flee", "negative", "asserted", None),
        ("Reports that the mayor fled were wrong.", "flee", "positive", "possible", None),
        ("Rather than sell the mill, Norvik closed it.", "sell", "negative", "asserted", None),
        ("Nor did she work for Orbis.", "work", "negative", "asserted", None),
        ("The firm refused to pay and dismissed Lind.", "dismiss", "positive", "asserted", None),
        ("The firm may sell the mill or close it.", "close", "positive", "possible", None),
        ("Norvik to sell its ferries", "sell", "positive", "planned", None),
        ("Norvik signed a contract to build a ferry.", "build", "positive", "planned", None),
        ("She was the first woman to climb the peak.", "climb", "positive", "asserted", None),
        ("The mill is to be sold in May.", "sell", "positive", "planned", None),
        ("The mill is said to have closed.", "close", "positive", "possible", None),
        ("They stopped to rest in Lund.", "rest", "positive", "planned", None),
        ("Norvik will shut the mill, sacking Lind.", "sack", "positive", "planned", None),
        ("Norvik shut the mill, sacking Lind.", "sack", "positive", "asserted", None),
        ("Lind will speak when she arrives.", "arrive", "positive", "planned", None),
        ("Norvik agreed to sell its ferries.", "agree", "positive", "asserted", None),
        ("Norvik agreed to sell its ferries.", "sell", "positive", "planned", None),
        ("The sale of the mill was cancelled.", "sale", "negative", "asserted", None),
        ("The sale of the mill was put off.", "sale", "negative", "asserted", None),
        (
            "Norvik paid for the delay in delivery of its vans.",
            "delivery",
            "negative",
            "asserted",
            None,
        ),
        ("The minister ruled out selling the mill.", "sell", "negative", "asserted", None),
        ("Lind wants to know why the dam broke.", "break", "positive", "asserted", None),
        ("Lind said in a letter that the dam broke.", "break", "positive", "asserted", "Lind"),
        ("The court agreed that the dam broke.", "break", "positive", "asserted", "court"),
        ("The pump would be mended before the ferry left.", "leave", "positive", "planned", None),
        ("Sales doubled if compared to last year.", "double", "positive", "asserted", None),
        ("One bus is full; the other will stop in Lund.", "be", "positive", "asserted", None),
        ("It is better that they sell the mill.", "sell", "positive", "demanded", None),
        ("There is a risk of Norvik closing the mill.", "close", "positive", "possible", None),
        ("Norvik hired Lind to mend the pump.", "mend", "positive", "planned", None),
        ("The report was wrong.", "be", "positive", "asserted", None),
        ("The report led to calls for all salt to be taxed.", "tax", "positive", "planned", None),
        ("The skin was so bad that it broke.", "break", "positive", "asserted", None),
        ('"If it rains, we are worried," he continued.', "continue", "positive", "asserted", None),
        ("It is not clear how many people own vans.", "own", "positive", "question", None),
        (
            "The mill has closed, but the dam is expected to open.",
            "close",
            "positive",
            "asserted",
            None,
        ),
        ("The sale of the mill will begin in May.", "sale", "positive", "planned", None),
        ("The court blocked the sale of the mill.", "sale", "negative", "asserted", None),
        ("The aborted sale of the mill cost jobs.", "sale", "negative", "asserted", None),
        ("The paper quotes Lind as saying the mill shut.", "shut", "positive", "asserted", "Lind"),
        ("They would be eligible to win a prize.", "win", "positive", "conditional", None),
        ("She shut the mill, with the result that he left.", "leave", "positive", "asserted", None),
        ("There is a belief that the mayor fled.", "flee", "positive", "possible", None),
        ("Orbis announced the sale of its mill.", "sale", "positive", "asserted", "Orbis"),
        ("She praised him by saying he saved lives.", "save", "positive", "asserted", "She"),
    ],
)
def test_standing(
    nlp: Language, text: str, verb: str, polarity: str, modality: str, speaker: str | None
) -> None:
    doc = nlp(text)
    found = [
        (c.polarity, c.modality, None if c.speaker is None else doc[c.speaker].text)
        for c in doc._.kgx_clauses
        if doc[c.head].lemma_ == verb
    ]
    assert found == [(polarity, modality, speaker)]
