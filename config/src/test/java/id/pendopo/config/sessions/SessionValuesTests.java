package id.pendopo.config.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

class SessionValuesTests {

    private final SessionValues values = new SessionValues();

    @Test
    void keepATextAsItIs() {
        assertThat(again("{\"text\": \"Jalan berlubang\"}\n\u2026"))
                .isEqualTo("{\"text\": \"Jalan berlubang\"}\n\u2026");
    }

    @Test
    void keepWhoIsLoggedInWithoutThePassword() {
        User ani = new User("ani", "{bcrypt}secret", AuthorityUtils.createAuthorityList("desk:read", "desk:reply"));
        SecurityContext context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(ani, "typed", ani.getAuthorities()));

        assertThat(new String(values.write(context), StandardCharsets.UTF_8)).doesNotContain("secret", "typed");
        assertThat(again(context)).isInstanceOfSatisfying(SecurityContext.class, kept -> {
            assertThat(kept.getAuthentication().isAuthenticated()).isTrue();
            assertThat(kept.getAuthentication().getName()).isEqualTo("ani");
            assertThat(kept.getAuthentication().getAuthorities())
                    .extracting(GrantedAuthority::getAuthority)
                    .containsExactlyInAnyOrder("desk:read", "desk:reply");
        });
    }

    @Test
    void keepTheTokenOfForms() {
        assertThat(again(new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "t0ken")))
                .isInstanceOfSatisfying(
                        CsrfToken.class, kept -> assertThat(kept.getToken()).isEqualTo("t0ken"));
    }

    @Test
    void keepWhatTheNextPageSays() {
        FlashMap map = new FlashMap();
        map.setTargetRequestPath("/desk/outbox");
        map.addTargetRequestParam("show", "DUE");
        map.setExpirationTime(1_700_000_000_000L);
        map.put("notice", "outbox.again");

        assertThat(again(new CopyOnWriteArrayList<>(List.of(map))))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly(map);
    }

    @Test
    void refuseWhatNoOtherNodeCouldRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> values.write(new Object()));
    }

    @Test
    void leaveOutWhatAnotherVersionWrote() {
        assertThat(values.read("{\"kind\": \"hologram\"}".getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(values.read(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5})).isNull();
    }

    private Object again(Object attribute) {
        return values.read(values.write(attribute));
    }
}
