package id.pendopo.channels.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.TestLine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class AccountsTests {

    private static final String HEAD = "pendopo:\n  channels:\n    accounts:\n";

    @Test
    void completesALineOfTheFileFromTheEnvironment() throws IOException {
        Accounts accounts = accounts(
                HEAD + "      smsmain: {kind: test-push}\n",
                Map.of("PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_SECRET", "rahasia"));

        ChannelAccount account = accounts.find("smsmain").orElseThrow();
        assertThat(account.settings(TestLine.Settings.class).secret()).isEqualTo("rahasia");
        assertThat(accounts.all()).containsExactly(account);
        assertThat(accounts.incomplete()).isEmpty();
    }

    @Test
    void leavesALineWithoutItsSecretOffAndNamesTheProperty() throws IOException {
        Accounts accounts = accounts(HEAD + "      smsmain: {kind: test-push}\n", Map.of());

        assertThat(accounts.find("smsmain")).isEmpty();
        assertThat(accounts.incomplete())
                .containsExactly(new ChannelAccounts.Incomplete(
                        "smsmain", "test-push", List.of("pendopo.channels.accounts.smsmain.secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms-main", "SmsMain", "sms_main", "'sms utama'", "abcdefghijabcdefghijabcdefghij123"})
    void refusesABadNameWithASentence(String name) {
        assertThatThrownBy(() -> accounts(HEAD + "      " + name + ": {kind: test-push, secret: x}\n", Map.of()))
                .isInstanceOf(AccountsRefused.class)
                .hasMessageContaining("is not allowed: a name has 1 to 32 characters, a to z and 0 to 9.");
    }

    @Test
    void refusesAKindThatNobodySpeaks() {
        assertThatThrownBy(() -> accounts(HEAD + "      smsmain: {kind: telex}\n", Map.of()))
                .isInstanceOf(AccountsRefused.class)
                .hasMessage("The account \"smsmain\" has the unknown kind \"telex\".");
        assertThatThrownBy(() -> accounts("", Map.of("PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_SECRET", "x")))
                .hasMessage("The account \"smsmain\" has no kind.");
    }

    @Test
    void saysInASentenceWhatStopsTheStart() {
        FailureAnalysis analysis =
                new AccountsRefusedAnalyzer().analyze(new IllegalStateException(new AccountsRefused("What.", "How.")));

        assertThat(analysis.getDescription()).isEqualTo("What.");
        assertThat(analysis.getAction()).isEqualTo("How.");
    }

    @Test
    void startsWithoutAnyLine() throws IOException {
        assertThat(accounts("", Map.of()).all()).isEmpty();
    }

    private static Accounts accounts(String yaml, Map<String, Object> environment) throws IOException {
        return new Accounts(AccountSources.environment(yaml, environment), List.of(new TestLine("test-push", false)));
    }
}
