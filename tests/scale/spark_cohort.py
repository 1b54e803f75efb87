"""Counts generated assessments with `assay cohort` in Apache Spark and in one process, and compares the bytes.

    python spark_cohort.py --assay target/fast/assay --companies 1000000

Needs pyspark and a Java runtime. Local mode, one Spark task per core. docs/scale.md describes the run.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

MODEL = Path(__file__).resolve().parents[2] / "app/core/models/standard.json"
INDUSTRIES = ["Banking", "Insurance", "Machinery", "Retail", "Logistics", "Energy", "Health", "Software", ""]
SIZES = ["1-9", "10-49", "50-249", "250-4999", "5000+", ""]


def generate(numbers, questions):
    """Yields an assessment as JSON for each number. The number is the seed."""
    for number in numbers:
        rng = random.Random(number)
        stance = "provide" if rng.random() < 0.3 else "adopt"
        industry = INDUSTRIES[min(int(rng.expovariate(0.4)), len(INDUSTRIES) - 1)]
        # Some industries are so rare that they stay below ten companies.
        if rng.random() < 0.0001:
            industry = f"Rare {number % 50}"
        centre = rng.betavariate(2, 3) * 4
        answers = {}
        for question in questions:
            if rng.random() < 0.9:
                answers[question] = min(4, max(0, round(rng.gauss(centre, 0.9))))
        yield json.dumps(
            {
                "format": "assay.assessment/1",
                "profile": {
                    "name": f"Company {number}",
                    "industry": industry,
                    "size": rng.choice(SIZES),
                    "stance": stance,
                },
                "answers": answers,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


def timed(label, action):
    """Runs an action, prints its wall-clock time, and returns its result."""
    start = time.monotonic()
    result = action()
    print(f"{label}: {time.monotonic() - start:.1f} s", flush=True)
    return result


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", required=True, type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--companies", type=int, default=1_000_000)
    parser.add_argument("--partitions", type=int, default=64)
    parser.add_argument("--folder", help="where the assessments are written; a temporary folder without it")
    return parser.parse_args()


def write_assessments(context, options, lines):
    """Writes the assessments into the folder `lines`, a file per partition, and returns the files."""
    questions = [question["id"] for question in json.loads(MODEL.read_text())["questions"]]
    numbers = context.range(options.companies, numSlices=options.partitions)
    generated = numbers.mapPartitions(lambda part: generate(part, questions))
    generated.saveAsTextFile(f"file://{lines}")
    return sorted(lines.glob("part-*"))


def count_in_spark(context, assay, lines):
    """Returns the cohort file that Spark computes: a partial cohort per partition, then their sum."""
    companies = context.textFile(f"file://{lines}")
    parts = companies.pipe(f"{assay} cohort --lines --partial --threads 1", checkCode=True)
    # Partial cohorts are added in two steps, as a cluster would: eight sums, then one.
    sums = parts.coalesce(8, shuffle=True).pipe(f"{assay} cohort --add --lines --partial", checkCode=True)
    total = sums.coalesce(1, shuffle=True).pipe(f"{assay} cohort --add --lines", checkCode=True)
    return "\n".join(total.collect()) + "\n"


def count_in_one_process(assay, files):
    """Returns the cohort file that one process computes."""
    command = [assay, "cohort", "--lines", *map(str, files)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=dict(os.environ)) as child:
        output = child.stdout.read()
    if child.returncode != 0:
        sys.exit(f"assay: status {child.returncode}")
    return output.decode()


def compare(context, options, folder):
    """Counts the companies both ways, with the time of each, and returns whether the bytes are the same."""
    lines = folder / "companies"
    files = timed("generate", lambda: write_assessments(context, options, lines))
    print(f"{sum(file.stat().st_size for file in files) / 1e6:.0f} MB in {len(files)} files")
    by_spark = timed("Spark", lambda: count_in_spark(context, options.assay, lines))
    alone = timed("one process", lambda: count_in_one_process(options.assay, files))
    cohort = json.loads(alone)
    print(f"{cohort['companies']} companies in {len(alone)} bytes; industries: {len(cohort['industries']['groups'])}")
    return by_spark == alone


def main():
    options = parse_options()
    spark = SparkSession.builder.master("local[*]").appName("cohort").config("spark.ui.enabled", "false").getOrCreate()
    context = spark.sparkContext
    context.setLogLevel("ERROR")
    print(f"Spark {spark.version}, {context.defaultParallelism} cores, {options.companies} companies")
    folder = Path(options.folder or tempfile.mkdtemp(prefix="cohort-"))
    is_same = compare(context, options, folder)
    spark.stop()
    if not options.folder:
        shutil.rmtree(folder)
    if not is_same:
        sys.exit("DIFFERENT BYTES")
    print("same bytes")


if __name__ == "__main__":
    main()
