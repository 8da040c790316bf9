package id.pendopo.config.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ObserverTests {

    @Test
    void readsTheDeskAndWritesNothing() {
        assertThat(Role.of("observer").programAuthorities()).allMatch(authority -> authority.endsWith(":read"));
        assertThat(Role.OBSERVER.worksTickets()).isFalse();
    }

    @Test
    void isCalledInBothLanguages() {
        assertThat(name(Locale.ROOT)).isEqualTo("Pengamat");
        assertThat(name(Locale.ENGLISH)).isEqualTo("Observer");
    }

    private static String name(Locale language) {
        return ResourceBundle.getBundle("messages.config", language, ObserverTests.class.getClassLoader())
                .getString("config.role.observer");
    }
}
