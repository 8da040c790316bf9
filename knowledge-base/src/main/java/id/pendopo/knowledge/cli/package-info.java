/**
 * The commands that measure answering and language detection on a file of questions. The entry type is
 * {@link id.pendopo.knowledge.cli.EvaluateAnswers}. This package must not know a database or a web server.
 */
@NullMarked
package id.pendopo.knowledge.cli;

import org.jspecify.annotations.NullMarked;
