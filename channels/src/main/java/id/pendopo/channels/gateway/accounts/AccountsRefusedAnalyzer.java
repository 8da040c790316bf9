package id.pendopo.channels.gateway.accounts;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, which account stops the start. */
final class AccountsRefusedAnalyzer extends AbstractFailureAnalyzer<AccountsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AccountsRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
