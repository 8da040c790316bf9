package id.pendopo.knowledge.help;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON-LD structured data: an article as search engines read it.
 *
 * @see <a href="https://schema.org/GovernmentService">schema.org GovernmentService</a>
 */
final class StructuredData {

    private final JsonMapper json = JsonMapper.builder().build();
    private final String publicUrl;
    private final Supplier<String> agency;

    /**
     * For the articles of one help centre.
     *
     * @param publicUrl the desk's own address without a slash at its end; empty if it is not known
     * @param agency who provides this information; empty if it is not known
     */
    StructuredData(String publicUrl, Supplier<String> agency) {
        this.publicUrl = publicUrl;
        this.agency = agency;
    }

    /** JSON-LD that may stand inside a script element. */
    String of(ArticleVersion text) {
        Map<String, Object> service = thing("GovernmentService");
        service.put("@context", "https://schema.org");
        service.put("name", text.title());
        service.put("description", text.summary());
        service.put("serviceType", text.service());
        if (!publicUrl.isEmpty()) {
            service.put("url", publicUrl + "/help/" + text.slug());
        }
        field(text, Aspect.FEE).ifPresent(fee -> service.put("offers", described("Offer", fee)));
        field(text, Aspect.PRODUCT).ifPresent(product -> service.put("serviceOutput", described("Thing", product)));
        field(text, Aspect.HOURS)
                .ifPresent(hours -> service.put("hoursAvailable", described("OpeningHoursSpecification", hours)));
        field(text, Aspect.OFFICE).ifPresent(office -> service.put("availableChannel", channel(office)));
        service.put("subjectOf", page(text));
        return json.writeValueAsString(service).replace("<", "\\u003c");
    }

    private static Map<String, Object> channel(String office) {
        Map<String, Object> channel = thing("ServiceChannel");
        channel.put("serviceLocation", described("Place", office));
        return channel;
    }

    /** The page about the service: its language, its day and what was read for it belong to the page, not to the service. */
    private Map<String, Object> page(ArticleVersion text) {
        Map<String, Object> page = thing("WebPage");
        page.put("name", text.title());
        page.put("inLanguage", text.language().toLanguageTag());
        page.put("dateModified", text.published().toString());
        page.put("version", text.version());
        page.put("isAccessibleForFree", true);
        String publisher = agency.get();
        if (!publisher.isEmpty()) {
            page.put("publisher", Map.of("@type", "GovernmentOrganization", "name", publisher));
        }
        page.put("citation", text.sources().stream().map(StructuredData::read).toList());
        return page;
    }

    private static Map<String, Object> read(ArticleVersion.Source source) {
        Map<String, Object> read = thing("CreativeWork");
        read.put("name", source.name());
        read.put("url", source.url());
        return read;
    }

    private static Optional<String> field(ArticleVersion text, Aspect aspect) {
        return Optional.ofNullable(text.fields().get(aspect));
    }

    private static Map<String, Object> described(String type, String description) {
        Map<String, Object> thing = thing(type);
        thing.put("description", description);
        return thing;
    }

    private static Map<String, Object> thing(String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        return thing;
    }
}
