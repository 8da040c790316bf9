package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MenuEntryTests {

    @Test
    void isSeenByThoseWhoHoldItsAuthority() {
        MenuEntry outbox = new MenuEntry("/desk/outbox", "outbox.menu", "desk:supervise", 60);
        assertThat(outbox.isPublic()).isFalse();
        assertThat(outbox.visibleTo(Set.of("desk:read", "desk:supervise")::contains))
                .isTrue();
        assertThat(outbox.visibleTo(Set.of("desk:read")::contains)).isFalse();
    }

    @Test
    void isSeenByEverybodyWithoutOne() {
        MenuEntry chat = new MenuEntry("/chat", "chat.menu", "", 10);
        assertThat(chat.isPublic()).isTrue();
        assertThat(chat.visibleTo(_ -> false)).isTrue();
    }

    @Test
    void leadsToAPageOfOurs() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MenuEntry("https://example.org", "x", "", 1));
    }
}
