/**
 * Text analysis: tokenizer, stemmer, spelling correction, phrase tables and word lists, sentences, the GSM-7 alphabet. The
 * entry type is {@link id.pendopo.knowledge.text.Lexicon}. This package must not know an article, an index or a model.
 */
@NullMarked
package id.pendopo.knowledge.text;

import org.jspecify.annotations.NullMarked;
