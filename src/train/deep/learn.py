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

FOLDS, LEFT_OUT = 4, (0, 3)  # quarters of the articles, and those that a small network is learnt without
EPOCHS_OF_FOLD = 5
EPOCHS_OF_TEACHER, RATES_OF_TEACHER = 3, (6e-5, 5e-4)
EPOCHS, RATES = 10, (1.5e-4, 6e-4)
# How much of a label is not what people marked but what the networks believe together: two thirds of
# it the teacher, the rest those without a quarter.
BELIEVED, TEACHER_SHARE = 0.75, 2 / 3
BELIEVED_BY_FAST = 0.3  # the small ones and the student, each as much
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


def fold_name(fold):
    return "fold-%d" % fold


def path_of(args, name):
    return os.path.join(args.work, name)


def beliefs_path(args, name):
    return path_of(args, name + ".npz")


def learn(args, data, name, make_network, articles, epochs, seed, rates=train.RATES):
    print("learning %s from %d articles" % (name, len(articles)), flush=True)
    path = path_of(args, name + ".pt")
    return train.learn(make_network, articles, data.babe, data.newssd, epochs, seed, path, rates)


def learn_fold(args, data, fold):
    """A network that has not seen a quarter of the articles."""
    others = [a for i, a in enumerate(data.articles) if i % FOLDS != fold]
    minilm = lambda: nets.from_minilm(os.path.join(args.minilm, "model.safetensors"))
    network = learn(args, data, fold_name(fold), minilm, others, EPOCHS_OF_FOLD, fold + 1)
    version = "%s-fold-%d" % (args.version, fold)
    export.export(network, data.pieces, version, path_of(args, "deep-%d.galleynn" % fold))
    beliefs.keep(beliefs_path(args, fold_name(fold)), network, data)


def learn_teacher(args, data):
    """A network of eight times the work, which is too large to ship and marks better."""
    mpnet = lambda: nets.from_mpnet(args.mpnet, data.vocabulary)
    teacher = learn(
        args, data, "teacher", mpnet, data.articles, EPOCHS_OF_TEACHER, FOLDS + 1, RATES_OF_TEACHER
    )
    beliefs.keep(beliefs_path(args, "teacher"), teacher, data)


def learn_student(args, data):
    """The one that ships: goes on from the last without a quarter, with what people marked and what networks believe."""
    believe(args, data)
    before = lambda: load(args, fold_name(LEFT_OUT[-1]))
    network = learn(args, data, "student", before, data.articles, EPOCHS, FOLDS + 2, RATES)
    beliefs.keep(beliefs_path(args, "student"), network, data)


def load(args, name, network=None):
    network = network or nets.Network()
    network.load_state_dict(torch.load(path_of(args, name + ".pt"), weights_only=False)["network"])
    return network


def believe(args, data):
    """Mix into what people marked and judged what the networks believe together."""
    small = beliefs.of_articles([beliefs_path(args, fold_name(fold)) for fold in LEFT_OUT])
    teacher = beliefs.of_articles([beliefs_path(args, "teacher")])
    beliefs.mix_in(data.articles, small.mixed(teacher, TEACHER_SHARE), BELIEVED)
    beliefs.mix_in_opinions(beliefs_path(args, "teacher"), data, BELIEVED)


def in_child(args, threads, task, *rest):
    set_up(threads)
    task(args, Data(args), *rest)


def set_up(threads):
    torch.set_num_threads(max(1, threads))
    torch.use_deterministic_algorithms(True)
    # Nothing reads it, and filling it takes a tenth of the time.
    torch.utils.deterministic.fill_uninitialized_memory = False


def side_by_side(args, *tasks):
    """Processes of their own that share the threads: two networks in two take less time than one after the other."""
    os.environ.setdefault("GLIBC_TUNABLES", MEMORY)  # read when a process begins
    spawn = multiprocessing.get_context("spawn")
    children = [
        spawn.Process(target=in_child, args=(args, args.threads // len(tasks), *task)) for task in tasks
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    if any(child.exitcode for child in children):
        raise SystemExit(
            "Learning stopped. What was learnt until the last round is kept; the same command goes on from there."
        )


def main():
    args = arguments()
    os.makedirs(args.work, exist_ok=True)
    data = Data(args)
    folds = [fold_name(fold) for fold in LEFT_OUT]
    side_by_side(args, *((learn_fold, fold) for fold in LEFT_OUT))
    side_by_side(args, (learn_teacher,))
    side_by_side(args, (learn_student,))
    set_up(args.threads)
    together = beliefs.of_articles([beliefs_path(args, name) for name in (*folds, "student")])
    beliefs.mix_in(data.articles, together, BELIEVED_BY_FAST)
    corpus.write_beliefs(path_of(args, "beliefs.txt"), data.articles)
    *small, network = [load(args, name) for name in (*folds, "student")]
    threshold = card.find_threshold([*small, network], data.newssd_val)
    with torch.no_grad():  # the decision is at one half
        network.opinion.bias -= math.log(threshold / (1 - threshold))
    export.export(network, data.pieces, args.version, os.path.join(args.output, "deep.galleynn"))
    teacher = load(args, "teacher", nets.Network(**nets.TEACHER))
    settings = {
        "fold_epochs": EPOCHS_OF_FOLD,
        "teacher_epochs": EPOCHS_OF_TEACHER,
        "epochs": EPOCHS,
        "believed": 100 * BELIEVED,
    }
    card.write(args, data, [*small, teacher, network], threshold, settings)


if __name__ == "__main__":
    main()
