package id.pendopo.knowledge;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A desk does not start with this phrase file of its operator; the message is one sentence for them. */
public final class PhrasesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    PhrasesRefused(Path file, Exception cause) {
        super("The phrases in " + file + " cannot be read: " + cause.getMessage(), cause);
    }

    /** What an operator can do. */
    public String remedy() {
        return "Mend the line, or take the file out of the folder; docs/phrases.md says what a line looks like.";
    }

    /** Says it in a sentence, instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<PhrasesRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, PhrasesRefused refused) {
            return new FailureAnalysis("" + refused.getMessage(), refused.remedy(), refused);
        }
    }
}
