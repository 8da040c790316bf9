/**
 * Runs dialogue scripts against the engine that the desk uses, without database or web. The entry type is
 * {@link id.pendopo.conversation.cli.EvaluateDialogues}. This package must not know what is right: the scripts say it.
 */
@NullMarked
package id.pendopo.conversation.cli;

import org.jspecify.annotations.NullMarked;
