# learn.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns the deep reader: sh: python learn.py --help. README.md beside this file says what it needs and how long it takes."""

import argparse
import copy
import math
import os
import subprocess

import torch

import card
import corpus
import export
import network as nets
import predict
import train

FOLDS, LEFT_OUT = 4, (0, 3)  # quarters of the articles, and those that a small network is learnt without
EPOCHS_OF_FOLD = 6
EPOCHS_OF_TEACHER, RATES_OF_TEACHER = 3, (6e-5, 5e-4)
EPOCHS, RATES = 6, (1.5e-4, 6e-4)
# How much of a label is not what people marked but what the networks believe together: two thirds of
# it the teacher, the rest those without a quarter.
BELIEVED, TEACHER_SHARE = 0.75, 2 / 3
STUDENTS = 2
BELIEVED_BY_FAST = 0.3  # the small ones and the students, each as much


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
    parser.add_argument(
        "--generations",
        type=int,
        default=1,
        help="how often two networks go on from the mean of the two before (half an hour each)",
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


def learn(args, data, articles, epochs, seed, name, network, rates=train.RATES):
    print("learning", name, "from", len(articles), "articles", flush=True)
    path = os.path.join(args.work, name + ".pt")
    return train.learn(network, articles, data.babe, data.newssd, epochs, seed, path, rates)


def jackknife(args, data):
    """Networks that have each not seen a quarter of the articles."""
    networks = []
    for fold in LEFT_OUT:
        others = [a for i, a in enumerate(data.articles) if i % FOLDS != fold]
        minilm = nets.from_minilm(os.path.join(args.minilm, "model.safetensors"))
        network = learn(args, data, others, EPOCHS_OF_FOLD, fold + 1, "fold-%d" % fold, minilm)
        version = "%s-fold-%d" % (args.version, fold)
        export.export(network, data.pieces, version, os.path.join(args.work, "deep-%d.galleynn" % fold))
        networks.append(network)
    return networks


def teach(args, data):
    """A network of eight times the work, which is too large to ship and marks better."""
    mpnet = nets.from_mpnet(args.mpnet, data.vocabulary)
    return learn(args, data, data.articles, EPOCHS_OF_TEACHER, FOLDS + 1, "teacher", mpnet, RATES_OF_TEACHER)


def believe(data, small, teacher):
    """Mix into what people marked and judged what the networks believe together."""
    beliefs = zip(*(predict.beliefs(network, data.articles) for network in (*small, teacher)))
    for article, (*of_small, of_teacher) in zip(data.articles, beliefs):
        together = corpus.mean(of_small).mixed(of_teacher, TEACHER_SHARE)
        article.beliefs = corpus.believe(article.readings).mixed(together, BELIEVED)
    for sentences in (data.babe, data.newssd):
        for sentence, strength in zip(sentences, predict.opinion_strengths(teacher, sentences)):
            sentence.opinion += BELIEVED * (strength - sentence.opinion)


def distil(args, data, network, generation):
    """Two that go on from one network, each in another order."""
    first = STUDENTS * generation
    return [
        learn(
            args, data, data.articles, EPOCHS, FOLDS + 2 + k, "student-%d" % k, copy.deepcopy(network), RATES
        )
        for k in range(first, first + STUDENTS)
    ]


def average(networks):
    """One network whose weights are the means of those of networks with one origin, as Wortsman et al. (2022) do."""
    states = [network.state_dict() for network in networks]
    mean = copy.deepcopy(networks[0])
    mean.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return mean


def write_beliefs(args, data, networks):
    """For the fast reader: what people marked, with what networks believe mixed in."""
    for article, beliefs in zip(
        data.articles, zip(*(predict.beliefs(network, data.articles) for network in networks))
    ):
        article.beliefs = corpus.believe(article.readings).mixed(corpus.mean(beliefs), BELIEVED_BY_FAST)
    corpus.write_beliefs(os.path.join(args.work, "beliefs.txt"), data.articles)


def main():
    args = arguments()
    os.makedirs(args.work, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True)
    data = Data(args)
    small, teacher = jackknife(args, data), teach(args, data)
    believe(data, small, teacher)
    network = small[-1]
    for generation in range(args.generations):
        students = distil(args, data, network, generation)
        network = average(students)
    write_beliefs(args, data, [*small, *students])
    networks = [*small, teacher, network]
    threshold = card.find_threshold([*small, network], data.newssd_val)
    with torch.no_grad():  # the decision is at one half
        network.opinion.bias -= math.log(threshold / (1 - threshold))
    export.export(network, data.pieces, args.version, os.path.join(args.output, "deep.galleynn"))
    settings = {
        "fold_epochs": EPOCHS_OF_FOLD,
        "teacher_epochs": EPOCHS_OF_TEACHER,
        "epochs": EPOCHS,
        "generations": args.generations,
        "believed": 100 * BELIEVED,
    }
    card.write(args, data, networks, threshold, settings)


if __name__ == "__main__":
    main()
