package id.pendopo.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article as search engines read it.
 *
 * @see <a href="https://schema.org/GovernmentService">schema.org GovernmentService</a>
 */
final class StructuredData {

    private final JsonMapper json = JsonMapper.builder().build();

    /** JSON-LD that may stand inside a script element. */
    String of(ArticleVersion text, String publicUrl) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("@context", "https://schema.org");
        service.put("@type", "GovernmentService");
        service.put("name", text.title());
        service.put("description", text.summary());
        service.put("serviceType", text.service());
        service.put("inLanguage", text.language().toLanguageTag());
        if (!publicUrl.isEmpty()) {
            service.put("url", publicUrl.replaceFirst("/$", "") + "/help/" + text.slug());
        }
        String fee = text.fields().get(Aspect.FEE);
        if (fee != null) {
            service.put("offers", Map.of("@type", "Offer", "description", fee));
        }
        return json.writeValueAsString(service).replace("<", "\\u003c");
    }
}
