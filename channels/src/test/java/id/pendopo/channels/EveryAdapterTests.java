package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.adapter.Adapters;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.gateway.accounts.AccountField;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class EveryAdapterTests {

    /** Settings that describe a protocol are called as its guide calls them. */
    private static final Pattern DESCRIBED = Pattern.compile("(inbound|outbound|reports|signature)\\..*");

    /** How credentials are called. */
    private static final String CREDENTIAL = "(.*[.-])?(token|secret|password|key|credentials)";

    /** A kind without fixtures fails the build: each adapter's package holds a test that extends the contract. */
    @Test
    void isHeldToTheContract() {
        assertThat(packagesOf(LineContract.class)).containsAll(packagesOf(ChannelAdapter.class));
    }

    /** So does a kind of which nobody has looked at what it says. The tests' own lines say nothing to citizens. */
    @Test
    void hasBeenLookedAt() {
        Set<String> packages = packagesOf(ChannelAdapter.class);
        packages.remove(TestLine.class.getPackageName());

        assertThat(packagesOf(LineSnapshots.class))
                .as("packages with a test that extends LineSnapshots")
                .containsAll(packages);
    }

    /** A credential is never shown again, and every kind has a name that people know. */
    @Test
    void saysWhatIsSecretAndWhatItIsCalled() throws IOException {
        Properties words = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/channels-accounts.properties"))) {
            words.load(file);
        }
        Adapters.byKind().forEach((kind, adapter) -> {
            assertThat(AccountField.of(adapter.settings()))
                    .as(kind)
                    .allSatisfy(field -> assertThat(field.secret())
                            .as(field.path())
                            .isEqualTo(field.path().matches(CREDENTIAL)));
            if (!adapter.getClass().getPackage().equals(TestLine.class.getPackage())) {
                assertThat(words).containsKey("accounts.kind." + kind);
                assertThat(AccountField.of(adapter.settings()).stream()
                                .map(AccountField::path)
                                .filter(path -> !DESCRIBED.matcher(path).matches())
                                .filter(path -> !words.containsKey("accounts.field." + path))
                                .filter(path -> !words.containsKey(
                                        "accounts.field." + path.substring(path.lastIndexOf('.') + 1))))
                        .as("settings of " + kind + " without a label")
                        .isEmpty();
            }
        });
    }

    private static Set<String> packagesOf(Class<?> type) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(type));
        return scan.findCandidateComponents("id.pendopo.channels").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
