/**
 * The civic corpus: the lines in the module's {@code corpus} folder that people wrote by hand as citizens type them, to train
 * and to measure on. The entry type is {@link id.pendopo.knowledge.corpus.CivicCorpus}. This package must not know
 * articles, the index or a model: it reads, and refuses what is not well-formed.
 */
@NullMarked
package id.pendopo.knowledge.corpus;

import org.jspecify.annotations.NullMarked;
