# learn.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns the deep reader: sh: python learn.py --help. README.md beside this file says what it needs and how long it takes."""

import argparse
import math
import multiprocessing
import os
import subprocess

import torch

import beliefs
import card
import corpus
import export
import network as nets
import train

FOLDS, LEFT_OUT = 4, 3  # quarters of the articles, and the one that the first network is learnt without
FOLD = "fold-%d" % LEFT_OUT
EPOCHS_OF_FOLD = 5
EPOCHS_OF_TEACHER, RATES_OF_TEACHER = 2, (1e-4, 1e-3)
EPOCHS, RATES = 10, (1.5e-4, 6e-4)
DROPPED = nets.DROPPED // 2  # beliefs are not learnt by heart
# How much of a label is not what people marked but what the networks believe together: two thirds of
# it the teacher, the rest the one without a quarter.
BELIEVED, TEACHER_SHARE = 0.75, 2 / 3
BELIEVED_BY_FAST = 0.3  # the one without a quarter and the student, each as much
# A fifteenth of the time on one thread: large memory pages, which are kept and not given back after each product.
MEMORY = (
    "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=8589934592:glibc.malloc.trim_threshold=8589934592"
)


def arguments():
    parser = argparse.ArgumentParser(description="Learn the deep reader from PolNeAR, NewsSD-ENG and BABE.")
    parser.add_argument("--corpora", required=True, help="folder with polnear, newssd-eng and babe")
    parser.add_argument(
        "--minilm", required=True, help="folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2"
    )
    parser.add_argument(
        "--mpnet", required=True, help="folder with model.safetensors and vocab.txt of all-mpnet-base-v2"
    )
    parser.add_argument(
        "--programs", required=True, help="build folder with galley-print-corpus, of meson setup -Dtrain=true"
    )
    parser.add_argument(
        "--work",
        required=True,
        help="folder for what is learnt on the way; a run that was stopped goes on from there",
    )
    parser.add_argument("--output", required=True, help="folder of deep.galleynn and deep.md")
    parser.add_argument(
        "--version",
        required=True,
        help="name of the model, as in the origin of what it finds: deep-2026-11-28",
    )
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def print_corpus(args, source, name, *options):
    """The corpus as the program takes it apart, in a file of the work folder."""
    path = os.path.join(args.work, name + ".jsonl")
    if not os.path.exists(path):
        program = os.path.join(args.programs, "src", "train", "galley-print-corpus")
        with open(path + ".new", "wb") as file:
            subprocess.run([program, *options, os.path.join(args.corpora, source)], stdout=file, check=True)
        os.replace(path + ".new", path)
    return path


class Data:
    def __init__(self, args):
        pieces = corpus.piece_maker(args.minilm)
        sentences = lambda source, name: corpus.read_sentences(
            print_corpus(args, source, name, "--sentences"), pieces
        )
        self.articles = corpus.read_articles(
            print_corpus(args, "polnear/train", "polnear", "--every-annotator"), pieces
        )
        self.babe = sentences("babe/train.csv", "babe")
        self.newssd = sentences("newssd-eng/train.csv", "newssd-train")
        self.newssd_val = sentences("newssd-eng/val.csv", "newssd-val")
        self.newssd_test = sentences("newssd-eng/test.csv", "newssd-test")
        self.vocabulary = pieces.get_vocab()
        self.pieces = "\n".join(sorted(self.vocabulary, key=self.vocabulary.get)) + "\n"


def path_of(args, name):
    return os.path.join(args.work, name)


def beliefs_path(args, name):
    return path_of(args, name + ".npz")


def learn(args, data, name, make_network, articles, epochs, seed, rates=train.RATES):
    print("learning %s from %d articles" % (name, len(articles)), flush=True)
    path = path_of(args, name + ".pt")
    return train.learn(make_network, articles, data.babe, data.newssd, epochs, seed, path, rates)


def learn_fold(args, data):
    """A network that has not seen a quarter of the articles, on which it can be measured."""
    others = [a for i, a in enumerate(data.articles) if i % FOLDS != LEFT_OUT]
    minilm = lambda: nets.from_minilm(os.path.join(args.minilm, "model.safetensors"))
    network = learn(args, data, FOLD, minilm, others, EPOCHS_OF_FOLD, FOLDS)
    export.export(network, data.pieces, args.version + "-" + FOLD, path_of(args, FOLD + ".galleynn"))
    beliefs.keep(beliefs_path(args, FOLD), network, data)


def learn_teacher(args, data):
    """A network of twice the work, which is too large to ship and marks better."""
    mpnet = lambda: nets.from_mpnet(args.mpnet, data.vocabulary)
    teacher = learn(
        args, data, "teacher", mpnet, data.articles, EPOCHS_OF_TEACHER, FOLDS + 1, RATES_OF_TEACHER
    )
    beliefs.keep(beliefs_path(args, "teacher"), teacher, data)


def learn_student(args, data):
    """The one that ships: goes on from the one without a quarter, with what people marked and what networks believe."""
    believe(args, data)
    before = lambda: load(args, FOLD, nets.Network(dropped=DROPPED))
    network = learn(args, data, "student", before, data.articles, EPOCHS, FOLDS + 2, RATES)
    beliefs.keep(beliefs_path(args, "student"), network, data)


def load(args, name, network=None):
    network = network or nets.Network()
    network.load_state_dict(torch.load(path_of(args, name + ".pt"), weights_only=False)["network"])
    return network


def believe(args, data):
    """Mix into what people marked and judged what the networks believe together."""
    fold, teacher = (beliefs.of_articles([beliefs_path(args, name)]) for name in (FOLD, "teacher"))
    beliefs.mix_in(data.articles, fold.mixed(teacher, TEACHER_SHARE), BELIEVED)
    beliefs.mix_in_opinions(beliefs_path(args, "teacher"), data, BELIEVED)


def in_child(args, task):
    set_up(args.threads)
    task(args, Data(args))


def set_up(threads):
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
    # Nothing reads it, and filling it takes a tenth of the time.
    torch.utils.deterministic.fill_uninitialized_memory = False


def apart(args, task):
    """In a process of its own, which has the memory settings."""
    os.environ.setdefault("GLIBC_TUNABLES", MEMORY)  # read when a process begins
    child = multiprocessing.get_context("spawn").Process(target=in_child, args=(args, task))
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(
            "Learning stopped. What was learnt until the last round is kept; the same command goes on from there."
        )


def main():
    args = arguments()
    os.makedirs(args.work, exist_ok=True)
    for task in (learn_fold, learn_teacher, learn_student):
        apart(args, task)
    set_up(args.threads)
    data = Data(args)
    small = FOLD, "student"
    beliefs.mix_in(
        data.articles, beliefs.of_articles([beliefs_path(args, name) for name in small]), BELIEVED_BY_FAST
    )
    corpus.write_beliefs(path_of(args, "beliefs.txt"), data.articles)
    fold, network = [load(args, name) for name in small]
    threshold = card.find_threshold([fold, network], data.newssd_val)
    with torch.no_grad():  # the decision is at one half
        network.opinion.bias -= math.log(threshold / (1 - threshold))
    export.export(network, data.pieces, args.version, os.path.join(args.output, "deep.galleynn"))
    teacher = load(args, "teacher", nets.Network(**nets.TEACHER))
    settings = {
        "fold_epochs": EPOCHS_OF_FOLD,
        "teacher_epochs": EPOCHS_OF_TEACHER,
        "epochs": EPOCHS,
        "believed": 100 * BELIEVED,
        "layers": nets.TEACHER["layers"],
        "frozen": nets.TEACHER["frozen"],
    }
    card.write(args, data, [fold, teacher, network], threshold, settings)


if __name__ == "__main__":
    main()
