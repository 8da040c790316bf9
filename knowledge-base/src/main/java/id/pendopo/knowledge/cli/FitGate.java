package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.Shipped;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.search.GateFit;
import id.pendopo.knowledge.search.Lexicon;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/** {@code fit-gate}: prints the weights of the gate, fitted from the shipped articles' own questions. */
public final class FitGate implements ToolProvider {

    /** What citizens write that is not a question to the articles. */
    private static final Set<String> SMALL_TALK =
            Set.of("greeting", "thanks", "goodbye", "chitchat", "abuse", "complaint", "affirm", "deny", "person");

    @Override
    public String name() {
        return "fit-gate";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        List<String> smallTalk = Shipped.acts().stream()
                .filter(act -> SMALL_TALK.contains(act.label()))
                .map(Example::text)
                .toList();
        out.println(new JsonLines().write(new GateFit(Lexicon.shipped()).fit(Shipped.passages(), smallTalk)));
        return 0;
    }
}
