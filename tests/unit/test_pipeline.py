"""The Python interface: load, extract, and that the spaCy pipeline and the bare extractors agree."""

from pathlib import Path

import msgspec
import pytest
import spacy

import waqia
from waqia.extraction.components import PIPELINE
from waqia.pipeline import reference_date
from waqia.records import Article, decode, encode

SEED = (Path(__file__).parents[2] / "seeds" / "000_bdbe3284323f89d4.txt").read_text(encoding="utf-8")


def test_load_has_the_components_in_order():
    assert tuple(waqia.load().pipe_names) == PIPELINE


def test_spacy_pipeline_and_bare_extractors_give_the_same_bytes():
    article = {"id": "seed", "text": SEED, "published_at": "2021-10-06"}
    bare = waqia.extract_one(article)
    assert encode(bare) == encode(waqia.extract_one(article, nlp=waqia.load()))
    assert decode(encode(bare)) == bare


def test_extract_gives_the_same_bytes_again():
    first, second = waqia.extract([SEED, SEED])
    assert encode(first) == encode(second)


def test_components_work_alone_after_any_tokenizer():
    nlp = spacy.blank("ar")
    nlp.add_pipe("waqia_durations")
    doc = nlp("استمر العطل أكثر من ست ساعات.")
    assert [span.text for span in doc.spans["waqia_durations"]] == ["أكثر من ست ساعات"]


def test_doc_spans_begin_behind_proclitics():
    doc = waqia.load()("قال محمد علي لفيسبوك وواتساب وبغداد شيئا.")
    assert [span.text for span in doc.spans["waqia_platforms"]] == ["فيسبوك", "واتساب"]
    assert doc.text == "قال محمد علي لفيسبوك وواتساب وبغداد شيئا."


def test_sentences_of_the_doc_are_ours():
    doc = waqia.load()("انقطع الإنترنت عن بغداد. وقال محمد علي إن واتساب تعطل.")
    assert [sentence.text for sentence in doc.sents] == [
        "انقطع الإنترنت عن بغداد.", "وقال محمد علي إن واتساب تعطل.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2021-10-06", "2021-10-06"), ("2021-10-06T10:00:00+03:00", "2021-10-06"), ("2021", None), ("2021-10", None),
     (None, None), ("not a date", None)],
)  # fmt: skip
def test_reference_date(value, expected):
    found = reference_date(value)
    assert (found.isoformat() if found else None) == expected


def test_extract_takes_strings_mappings_and_articles():
    records = list(waqia.extract(["نص", {"text": "نص", "id": "b"}, Article(id="c", text="نص")]))
    assert [record.article.id for record in records][1:] == ["b", "c"]
    assert len({record.article.content_sha256 for record in records}) == 1


def test_extract_refuses_a_mapping_without_text():
    with pytest.raises(msgspec.ValidationError, match="text"):
        waqia.extract_one({"id": "a"})


def test_interface_names_what_it_has():
    with pytest.raises(AttributeError, match="extract"):
        waqia.nothing  # noqa: B018
