package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.Questions;
import id.pendopo.knowledge.fitting.SearchWeights;
import id.pendopo.knowledge.search.Scope;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.ui.CountryPack;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Resources of the search: what it needs beside the articles.
 *
 * @param lexicon the house's word lists
 * @param scope tells what is asked of a public desk
 * @param embedder tells what texts mean
 * @param sentences the sentence model to look twice with where the first search leaves open what is meant, once it is
 *     loaded; empty if nothing is to be looked at twice
 * @param brought how much it counts what the embedder tells, where that was brought along
 * @param pack says in which language an article always has a text, and in what words answers are put
 * @param questions takes a message apart
 */
record SearchTools(
        Lexicon lexicon,
        Scope scope,
        Embedder embedder,
        Optional<CompletableFuture<Optional<Embedder>>> sentences,
        Optional<BroughtWeights> brought,
        CountryPack pack,
        Questions questions) {

    /** The same with a second look, by a sentence model that may still be loading. */
    SearchTools lookingTwice(CompletableFuture<Optional<Embedder>> model) {
        return new SearchTools(lexicon, scope, embedder, Optional.of(model), brought, pack, questions);
    }

    /** The same without: every question is answered in the same way from the beginning. */
    SearchTools lookingOnce() {
        return new SearchTools(lexicon, scope, embedder, Optional.empty(), brought, pack, questions);
    }

    /** The weights to index with now. */
    SearchWeights weights() {
        return brought.map(BroughtWeights::get).orElseGet(SearchWeights::shipped);
    }
}
