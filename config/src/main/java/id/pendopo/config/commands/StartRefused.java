package id.pendopo.config.commands;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Production does not start like this; the message says which things and how to mend them. */
final class StartRefused extends RuntimeException {

    StartRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
    }

    /** Prints the refusal without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, StartRefused refusal) {
            return new FailureAnalysis(
                    "Pendopo does not start in production like this:" + System.lineSeparator() + refusal.getMessage(),
                    "Mend each line and start again; ./pendopo doctor shows everything.",
                    refusal);
        }
    }
}
