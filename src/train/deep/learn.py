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

FOLDS, LEFT_OUT = 4, (0, 3)  # quarters of the articles, and those that a network is learnt without
EPOCHS_OF_FOLD, EPOCHS = 5, 7
EPOCHS_OF_LAST, RATE_OF_LAST = 3, 1e-4
# How much of a label is not what people marked but what networks believe: one that has not seen the
# article, and all together.
BELIEVED, SHARED = 0.4, 0.5


def arguments():
    parser = argparse.ArgumentParser(description="Learn the deep reader from PolNeAR, NewsSD-ENG and BABE.")
    parser.add_argument("--corpora", required=True, help="folder with polnear, newssd-eng and babe")
    parser.add_argument(
        "--minilm", required=True, help="folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2"
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
        vocabulary = pieces.get_vocab()
        self.pieces = "\n".join(sorted(vocabulary, key=vocabulary.get)) + "\n"


def learn(args, data, articles, epochs, seed, name, network=None, rate=train.RATE):
    print("learning", name, "from", len(articles), "articles", flush=True)
    network = network or nets.from_minilm(os.path.join(args.minilm, "model.safetensors"))
    path = os.path.join(args.work, name + ".pt")
    return train.learn(network, articles, data.babe, data.newssd, epochs, seed, path, rate)


def jackknife(args, data):
    """Networks that have each not seen a quarter of the articles; what one believes of those is a second opinion on them."""
    networks = {}
    for fold in LEFT_OUT:
        others = [a for i, a in enumerate(data.articles) if i % FOLDS != fold]
        networks[fold] = learn(args, data, others, EPOCHS_OF_FOLD, fold + 1, "fold-%d" % fold)
        export.export(
            networks[fold],
            data.pieces,
            "%s-fold-%d" % (args.version, fold),
            os.path.join(args.work, "deep-%d.galleynn" % fold),
        )
    return networks


def believe(articles, networks_of, share):
    """Mix into what people marked what the networks believe that are to be heard of an article."""
    for i, article in enumerate(articles):
        network_beliefs = [predict.beliefs(network, article) for network in networks_of(i)]
        if network_beliefs:
            article.beliefs = corpus.believe(article.readings).mixed(corpus.mean(network_beliefs), share)


def distil(args, data, networks):
    """The network that ships: one of the others goes on, with what all of them believe together as labels."""
    believe(data.articles, lambda i: networks.values(), SHARED)
    network = copy.deepcopy(networks[LEFT_OUT[-1]])
    return learn(args, data, data.articles, EPOCHS_OF_LAST, FOLDS + 2, "last", network, RATE_OF_LAST)


def main():
    args = arguments()
    os.makedirs(args.work, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True)
    data = Data(args)
    networks = jackknife(args, data)
    believe(data.articles, lambda i: [networks[i % FOLDS]] if i % FOLDS in networks else [], BELIEVED)
    networks["all"] = learn(args, data, data.articles, EPOCHS, FOLDS + 1, "deep")
    network = distil(args, data, networks)
    networks = [*networks.values(), network]
    threshold = card.find_threshold(networks, data.newssd_val)
    with torch.no_grad():  # the decision is at one half
        network.opinion.bias -= math.log(threshold / (1 - threshold))
    export.export(network, data.pieces, args.version, os.path.join(args.output, "deep.galleynn"))
    settings = {
        "epochs": EPOCHS,
        "fold_epochs": EPOCHS_OF_FOLD,
        "last_epochs": EPOCHS_OF_LAST,
        "believed": 100 * BELIEVED,
        "shared": 100 * SHARED,
    }
    card.write(args, data, networks, threshold, settings)


if __name__ == "__main__":
    main()
