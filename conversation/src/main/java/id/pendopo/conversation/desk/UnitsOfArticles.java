package id.pendopo.conversation.desk;

import id.pendopo.knowledge.ArticleOwners;
import id.pendopo.ticketing.Agents;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The units of the ticket desk, as those that look after articles. */
@Component
class UnitsOfArticles implements ArticleOwners {

    private final Agents agents;

    UnitsOfArticles(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Map<String, String> names(Locale reader) {
        Map<String, String> names = new LinkedHashMap<>();
        agents.units().forEach((key, called) -> names.put(key, called.in(reader)));
        return names;
    }
}
