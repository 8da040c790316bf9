package id.pendopo.channels.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import id.pendopo.channels.Outbox;
import id.pendopo.channels.gateway.inbound.InboundRows;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.util.SimpleMethodInvocation;

class MessagesApiTests {

    private final MessagesApi api = new MessagesApi(
            mock(InboundRows.class), mock(Outbox.class), mock(OutboxRows.class), mock(VisibleMessages.class));

    @ParameterizedTest
    @CsvSource({
        "story, api:read desk:read, true",
        "story, api:read knowledge:edit, false",
        "story, desk:read, false",
        "retry, api:read api:write desk:read desk:reply desk:supervise, true",
        "retry, api:read api:write desk:read desk:reply, false",
        "retry, api:read desk:supervise, false",
    })
    void letsInWhoMaySeeAndRetry(String what, String authorities, boolean may) throws Exception {
        Method method = what.equals("story")
                ? MessagesApi.class.getDeclaredMethod("story", String.class, String.class, Principal.class)
                : MessagesApi.class.getDeclaredMethod("retry", long.class, Principal.class);

        boolean granted = Objects.requireNonNull(new PreAuthorizeAuthorizationManager()
                        .authorize(
                                () -> new TestingAuthenticationToken("program", "", authorities.split(" ")),
                                new SimpleMethodInvocation(api, method)))
                .isGranted();

        assertThat(granted).isEqualTo(may);
    }
}
