package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.knowledge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Responds with a clarification question where it could be one of a few: asks which, at most twice in a row. */
final class ClarificationResponder implements Responder {

    private static final int AT_MOST = 2;

    /** Choices besides "none of these". */
    private static final int MOST = 3;

    @Override
    public Set<Need> needs(Hearing hearing) {
        return hearing.worded() ? Set.of(Need.Plain.ANSWERS) : Set.of();
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        boolean enough = context.state().misses() >= AT_MOST || context.heard().picked(ChoiceIds.NONE_OF_THESE);
        return enough
                ? Optional.empty()
                : context.facts().answers().stream()
                        .map(ClarificationResponder::articles)
                        .filter(articles -> !articles.isEmpty())
                        .findFirst()
                        .map(articles -> which(context, articles));
    }

    /** What was found but not said stands beside a report. */
    private static List<Part.Option> articles(Answer answer) {
        return switch (answer) {
            case Answer.Found found ->
                List.of(option(found.version().slug(), found.version().title()));
            case Answer.Ambiguous ambiguous ->
                ambiguous.candidates().stream()
                        .limit(MOST)
                        .map(candidate -> option(candidate.slug(), candidate.title()))
                        .toList();
            case Answer.Unknown _ -> List.of();
        };
    }

    private static Part.Option option(String slug, String title) {
        return new Part.Option(ChoiceIds.ARTICLE + slug, new Arg.Words(title));
    }

    private static Decision which(TurnContext context, List<Part.Option> articles) {
        boolean complains = ReportStartResponder.complains(context, Confidence.SUGGESTED);
        List<Part.Option> options = new ArrayList<>();
        if (complains) {
            options.add(Part.option(ChoiceIds.REPORT, "option.report"));
        }
        articles.stream().limit(complains ? MOST - 1 : MOST).forEach(options::add);
        options.add(Part.option(ChoiceIds.NONE_OF_THESE, "option.none"));
        return Decision.of(context, Ending.CLARIFIED, Part.say("clarified"), new Part.Offer(options, false))
                .state(state -> state.missed(context.heard().text()));
    }
}
