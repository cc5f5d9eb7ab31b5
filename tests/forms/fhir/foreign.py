"""A QuestionnaireResponse read as another program would: by its linkIds and its Questionnaire."""

from collections import Counter

NOT_SAID = "asked-declined"


def read(questionnaire, response):
    """By linkId and rank in the repeated group around it (0 elsewhere), the values answered."""
    repeated = {item["linkId"] for item in _all(questionnaire) if item.get("repeats")}
    groups = {item["linkId"] for item in _all(questionnaire) if item["type"] == "group"}
    found = {}
    _walk(response, 0, repeated & groups, found)
    return found


def _all(node):
    for item in node.get("item", []):
        yield item
        yield from _all(item)


def _walk(node, row, rows, found):
    ranks = Counter()
    for item in node.get("item", []):
        link = item["linkId"]
        ranks[link] += 1
        inside = ranks[link] if link in rows else row
        if values := [_value(answer) for answer in item.get("answer", [])]:
            assert (link, inside) not in found
            found[link, inside] = [value for value in values if value is not None]
        for part in (item, *item.get("answer", [])):
            _walk(part, inside, rows, found)


def _value(answer):
    for name, value in answer.items():
        if name == "valueCoding":
            return value["code"]
        if name.startswith("value"):
            return value
        if name.startswith("_value"):
            return value["extension"][0]["valueCode"]
    return None
