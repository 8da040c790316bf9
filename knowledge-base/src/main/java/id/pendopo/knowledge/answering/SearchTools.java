package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.Questions;
import id.pendopo.knowledge.search.Scope;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.ui.CountryPack;

/**
 * Resources of the search: what it needs beside the articles.
 *
 * @param lexicon the house's word lists
 * @param scope tells what is asked of a public desk
 * @param embedder tells what texts mean
 * @param pack says in which language an article always has a text, and in what words answers are put
 * @param questions takes a message apart
 */
record SearchTools(Lexicon lexicon, Scope scope, Embedder embedder, CountryPack pack, Questions questions) {}
