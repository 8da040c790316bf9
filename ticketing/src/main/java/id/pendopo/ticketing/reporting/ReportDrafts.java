package id.pendopo.ticketing.reporting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Repository of drafts: one in each visitor's HTTP session, as JSON text, so that whichever node is asked next reads it. */
@Component
class ReportDrafts {

    private static final String DRAFT = ReportDraft.class.getName();

    private final JsonMapper json = JsonMapper.builder().build();

    /** Empty when none was begun, when the visitor was away too long, or when another version of the desk wrote it. */
    Optional<ReportDraft> of(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(DRAFT) instanceof String kept ? read(kept) : Optional.empty();
    }

    private Optional<ReportDraft> read(String kept) {
        try {
            return Optional.of(json.readValue(kept, ReportDraft.class));
        } catch (JacksonException strange) {
            return Optional.empty();
        }
    }

    void keep(HttpServletRequest request, ReportDraft draft) {
        request.getSession().setAttribute(DRAFT, json.writeValueAsString(draft));
    }
}
