package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.dialogue.Finisher;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.floor.FloorProperties;
import id.pendopo.conversation.floor.FloorReturn;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.understanding.CallTopics;
import id.pendopo.conversation.understanding.Emergencies;
import id.pendopo.conversation.understanding.EmergencyNumbers;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ui.CountryPack;
import java.util.ArrayList;
import java.util.List;

/**
 * The dialogue policy: who is asked for an answer, in which order, and what each answer passes afterwards.
 *
 * @param forms what is asked of a problem, and of an idea
 * @param languages in which citizens are understood
 * @param phrasebook by what words
 * @param returns when a message is the bot's although an agent holds the floor
 * @param responders the first that answers wins; the last one always does
 * @param finishers each sees what the one before made of the decision
 */
public record DialoguePolicy(
        Forms forms,
        Languages languages,
        Phrasebook phrasebook,
        FloorReturn returns,
        List<Named<Responder>> responders,
        List<Named<Finisher>> finishers) {

    /** The responder that quotes what the knowledge base found. */
    public static final String KNOWLEDGE = "knowledge";

    /** One in a list, by the name that the other lists, turns and counters know it by. */
    public record Named<T>(String name, T part) {}

    public DialoguePolicy {
        responders = List.copyOf(responders);
        finishers = List.copyOf(finishers);
        distinct(responders);
        distinct(finishers);
    }

    /** As the desk ships it, for a country. */
    public static DialoguePolicy shipped(CountryPack pack) {
        return shipped(pack, Phrasebook.of(pack));
    }

    /** As the desk ships it, for a country and the words that are understood there. */
    public static DialoguePolicy shipped(CountryPack pack, Phrasebook phrasebook) {
        return shipped(pack, phrasebook, FloorProperties.SHIPPED);
    }

    /** The same with an agent's time; both lists are read from top to bottom. */
    public static DialoguePolicy shipped(CountryPack pack, Phrasebook phrasebook, FloorProperties floor) {
        Forms forms = Forms.of(pack);
        Languages languages = Languages.of(pack);
        FormResponder reporting = new FormResponder(forms);
        EmergencyResponder emergency = new EmergencyResponder(new Emergencies(pack), EmergencyNumbers.of(pack));
        FloorReturn returns = new FloorReturn(floor);
        CallTopics topics = CallTopics.of(pack);
        CallResponder calls = new CallResponder(languages, topics);
        return new DialoguePolicy(
                forms,
                languages,
                phrasebook,
                returns,
                List.of(
                        responder("emergency", emergency),
                        responder("page", new PageResponder(reporting, languages, topics)),
                        responder("call", calls),
                        responder("elsewhere", new TransferResponder(reporting)),
                        responder("rating", new RatingResponder()),
                        responder("command", new CommandResponder(reporting, languages)),
                        responder("agent", new AgentFloorResponder(floor)),
                        responder("form", reporting),
                        responder("ticket", new FollowUpResponder()),
                        responder("reason", new RatingReasonResponder()),
                        responder("mistake", new MistakeResponder()),
                        responder("act", new DialogueActResponder()),
                        responder("report", new ReportStartResponder(reporting)),
                        responder(KNOWLEDGE, new KnowledgeResponder()),
                        responder("queue", new QueueResponder()),
                        responder("clarify", new ClarificationResponder()),
                        responder("escalate", new FallbackResponder())),
                List.of(
                        finisher("reason lapses", RatingReasonResponder::lapsing),
                        finisher("danger", emergency::naming),
                        finisher("floor", returns),
                        finisher("next report", reporting::takingUp),
                        finisher("way on", (context, decision) -> PageResponder.ending(calls.wayOn(context, decision))),
                        finisher("translation", TranslationNotice::noting),
                        finisher("moved away", TransferResponder::noting),
                        finisher("shortened", TooLong::noting),
                        finisher("memory", Memory::remembering),
                        finisher(
                                "tries",
                                (context, decision) ->
                                        decision.counting(context.facts().tried()))));
    }

    private static Named<Responder> responder(String name, Responder responder) {
        return new Named<>(name, responder);
    }

    private static Named<Finisher> finisher(String name, Finisher finisher) {
        return new Named<>(name, finisher);
    }

    /**
     * The same with one more at its place.
     *
     * @throws IllegalArgumentException nobody has the name that it is to stand before, or somebody has its own
     */
    public DialoguePolicy with(Contribution contribution) {
        return switch (contribution) {
            case Contribution.OfResponder(String name, String before, Responder responder) ->
                new DialoguePolicy(
                        forms,
                        languages,
                        phrasebook,
                        returns,
                        inserted(responders, before, responder(name, responder)),
                        finishers);
            case Contribution.OfFinisher(String name, String before, Finisher finisher) ->
                new DialoguePolicy(
                        forms,
                        languages,
                        phrasebook,
                        returns,
                        responders,
                        inserted(finishers, before, finisher(name, finisher)));
        };
    }

    private static <T> List<Named<T>> inserted(List<Named<T>> list, String before, Named<T> one) {
        int place = list.stream().map(Named::name).toList().indexOf(before);
        if (place < 0) {
            throw new IllegalArgumentException(
                    one.name() + " is to stand before " + before + ", which nobody is called");
        }
        List<Named<T>> more = new ArrayList<>(list);
        more.add(place, one);
        return more;
    }

    private static void distinct(List<? extends Named<?>> list) {
        List<String> names = list.stream().<String>map(Named::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two of a dialogue's list have one name: " + names);
        }
    }
}
