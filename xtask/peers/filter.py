"""Measures Presidio and detect-secrets on the texts that `cargo xtask bench filter` left in a folder (the argument).

Says "not installed" of what cannot be imported; installs nothing and asks no network. Presidio's patterns and checksums are
measured without a language model, which would only make it slower.
"""

import pathlib
import sys
import tempfile
import time

BYTES = 200_000
NAMES = ["english", "german", "dense"]


def piece(folder, name):
    return (folder / f"{name}.txt").read_bytes()[:BYTES].decode("utf-8", "ignore")


def rate(text, look):
    start = time.perf_counter()
    found = look(text)
    took = time.perf_counter() - start
    return f"{len(text.encode()) / 1e6 / took:.2f} ({found} found)"


def presidio():
    import logging

    logging.disable(logging.CRITICAL)
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    class Blank(NlpEngine):
        """Words only: no model to download."""

        def __init__(self):
            self.words = spacy.blank("en")
            self.words.max_length = 10_000_000

        def load(self):
            pass

        def is_loaded(self):
            return True

        def process_text(self, text, language):
            tokens = self.words(text)
            return NlpArtifacts([], tokens, [token.idx for token in tokens], [token.text for token in tokens], self, language)

        def process_batch(self, texts, language, **_):
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word, language):
            return False

        def is_punct(self, word, language):
            return False

        def get_supported_entities(self):
            return []

        def get_supported_languages(self):
            return ["en"]

    words = Blank()
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.recognizers = [one for one in registry.recognizers if "Spacy" not in type(one).__name__]
    engine = AnalyzerEngine(registry=registry, nlp_engine=words, supported_languages=["en"])
    return lambda text: sum(len(engine.analyze(line, "en")) for line in text.split("\n"))


def detect_secrets():
    from detect_secrets import SecretsCollection
    from detect_secrets.settings import default_settings

    def look(text):
        secrets = SecretsCollection()
        with tempfile.TemporaryDirectory() as folder, default_settings():
            file = pathlib.Path(folder) / "text.txt"
            file.write_text(text)
            secrets.scan_file(str(file))
        return sum(1 for _ in secrets)

    return look


def main():
    folder = pathlib.Path(sys.argv[1])
    print(f"\n| others, MB/s on {BYTES // 1000} KB | " + " | ".join(NAMES) + " |")
    print("| --- |" + " ---: |" * len(NAMES))
    for name, make in [("Presidio, patterns only", presidio), ("detect-secrets", detect_secrets)]:
        try:
            look = make()
            cells = [rate(piece(folder, text), look) for text in NAMES]
        except ImportError:
            cells = ["not installed"] * len(NAMES)
        except Exception as error:  # A version that works another way must not end the measurement.
            cells = [f"did not run: {type(error).__name__}"] * len(NAMES)
        print(f"| {name} | " + " | ".join(cells) + " |")


main()
