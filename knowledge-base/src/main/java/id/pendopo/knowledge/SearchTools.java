package id.pendopo.knowledge;

import id.pendopo.knowledge.search.Lexicon;
import id.pendopo.knowledge.search.Scope;

/**
 * What the search needs beside the articles.
 *
 * @param lexicon the house's word lists
 * @param scope tells what is asked of a public desk
 * @param embedder tells what texts mean
 */
record SearchTools(Lexicon lexicon, Scope scope, Embedder embedder) {}
