package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.keypad.Menu;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.TextClassifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Responds to dialogue acts that ask for nothing: hello, thanks, goodbye, anger, small talk, nothing at all. */
final class DialogueActResponder implements Responder {

    /** More words tell something. */
    private static final int VAGUE = 4;

    /** Words that can hardly ask anything. */
    private static final int BARE = 2;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    @Override
    public Set<Need> needs(Hearing hearing) {
        return hearing.worded()
                ? Set.of(Need.Plain.ACT, Need.Plain.OPENING, Need.Plain.SUGGESTION, Need.Plain.ANSWERS)
                : Set.of(Need.Plain.ACT, Need.Plain.OPENING, Need.Plain.SUGGESTION);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        MessageText heard = context.heard();
        if (heard.pick().isPresent()) {
            return heard.picked(ChoiceIds.ASK) ? Optional.of(ask(context)) : Optional.empty();
        }
        if (heard.is(Said.IDEA_WHOLLY)) {
            return Optional.empty();
        }
        if (heard.plain().isEmpty() || NUMBER.matcher(heard.plain()).matches()) {
            return wordless(context);
        }
        boolean more = !context.facts().found().isEmpty() || complains(context);
        return alone(heard)
                .or(() -> more ? Optional.empty() : beside(heard).or(() -> learned(context)))
                .map(ending -> said(context, ending))
                .or(() -> opened(context));
    }

    /** Praise is taken as such, and of words that ask nothing yet it is asked what they are about. */
    private static Optional<Decision> opened(TurnContext context) {
        boolean answered = !context.facts().found().isEmpty();
        return switch (opening(context)) {
            case PRAISE ->
                answered || context.facts().opens(Confidence.ACT) != Facts.Opening.PRAISE
                        ? Optional.empty()
                        : Optional.of(Decision.of(context, Ending.THANKED, Part.say("praised"))
                                .state(State::greeting));
            case VAGUE -> vague(context, answered) ? Optional.of(asking(context)) : Optional.empty();
            case COMPLAINT, IDEA, OTHER -> Optional.empty();
        };
    }

    /** A word or two that ask nothing need less to be taken so: the other way round an article answers what nobody asked. */
    private static Facts.Opening opening(TurnContext context) {
        Facts.Opening surely = context.facts().opens(Confidence.OPENING);
        boolean perhaps = surely == Facts.Opening.OTHER
                && context.heard().words() <= BARE
                && context.facts().opens(Confidence.BARE_OPENING) == Facts.Opening.VAGUE;
        return perhaps ? Facts.Opening.VAGUE : surely;
    }

    /** After an answer a few words may ask more of it; before one, or about another article, they are about anything. */
    private static boolean vague(TurnContext context, boolean answered) {
        return context.heard().words() <= VAGUE && !EmergencyTickets.lasts(context) && !(answered && asksMore(context));
    }

    /** A word or two that name nothing ask more of what was answered last, or nothing. */
    private static boolean asksMore(TurnContext context) {
        return context.state()
                .about()
                .filter(about -> context.heard().words() > BARE
                        || context.facts().found().getLast().version().slug().equals(about))
                .isPresent();
    }

    private static Decision asking(TurnContext context) {
        return Decision.of(context, Ending.MENU, Part.say("ask.what"), Menu.offer(false))
                .state(State::greeting);
    }

    /** "mau lapor anjing liar" is no abuse. */
    private static boolean complains(TurnContext context) {
        MessageText heard = context.heard();
        boolean sounds = context.facts().likely(Confidence.COMPLAINT).isPresent()
                || context.facts()
                        .act()
                        .filter(act -> act.label().equals("complaint"))
                        .isPresent();
        return heard.says(Said.REPORT_NAMED) || (sounds && heard.words() > 4);
    }

    /** Whether the whole message is hello, thanks, goodbye or the like. */
    static boolean phrase(MessageText heard) {
        return alone(heard).isPresent();
    }

    /** The whole message is a set phrase: whatever an article makes of it, it asks nothing. */
    private static Optional<Ending> alone(MessageText heard) {
        if (heard.is(Said.GREETING)) {
            return Optional.of(Ending.GREETED);
        }
        if (heard.words() <= 4 && heard.says(Said.THANKS)) {
            return Optional.of(Ending.THANKED);
        }
        if (heard.is(Said.GOODBYE) || heard.yes().equals(Optional.of(false))) {
            return Optional.of(Ending.GOODBYE);
        }
        if (heard.yes().isPresent()) {
            return Optional.of(Ending.GREETED);
        }
        return heard.words() <= 4 && heard.says(Said.CHITCHAT) ? Optional.of(Ending.CHITCHAT) : Optional.empty();
    }

    private static Optional<Ending> beside(MessageText heard) {
        if (insulting(heard)) {
            return Optional.of(Ending.ABUSE);
        }
        if (heard.words() <= 6 && heard.says(Said.THANKS)) {
            return Optional.of(Ending.THANKED);
        }
        return heard.words() <= 6 && heard.says(Said.CHITCHAT) ? Optional.of(Ending.CHITCHAT) : Optional.empty();
    }

    private static Optional<Ending> learned(TurnContext context) {
        if (context.heard().words() > 6) {
            return Optional.empty();
        }
        return context.facts()
                .act()
                .filter(guess -> guess.confidence() >= Confidence.ACT)
                .map(TextClassifier.Guess::label)
                .flatMap(DialogueActResponder::ending);
    }

    private static Optional<Ending> ending(String act) {
        return switch (act) {
            case "greeting" -> Optional.of(Ending.GREETED);
            case "thanks" -> Optional.of(Ending.THANKED);
            case "goodbye" -> Optional.of(Ending.GOODBYE);
            case "abuse" -> Optional.of(Ending.ABUSE);
            case "chitchat" -> Optional.of(Ending.CHITCHAT);
            default -> Optional.empty();
        };
    }

    private static Decision said(TurnContext context, Ending ending) {
        boolean met = context.state().greeted();
        Decision decision = switch (ending) {
            case GREETED ->
                Decision.of(context, ending, Part.say(met ? "greeted.again" : "greeted"), Menu.offer(false));
            case ABUSE -> abused(context);
            case GOODBYE -> Decision.of(context, ending, Part.hangUp(ending.key()));
            default -> Decision.of(context, ending, Part.say(ending.key()));
        };
        return decision.state(State::greeting);
    }

    /** Whether words of abuse are among the message's. */
    static boolean insulting(MessageText heard) {
        return heard.phrasebook().profanity().in(heard.text());
    }

    static Decision abused(TurnContext context) {
        return Decision.of(
                context,
                Ending.ABUSE,
                Part.say("abuse"),
                Part.named(
                        Part.option(ChoiceIds.REPORT, "option.report"),
                        Part.option(ChoiceIds.PERSON, "option.person")));
    }

    private static Optional<Decision> wordless(TurnContext context) {
        if (context.message().location().isPresent()) {
            return Optional.empty();
        }
        if (!context.message().attachments().isEmpty()) {
            return Optional.of(Decision.of(
                    context,
                    Ending.FILE_RECEIVED,
                    Part.say("file.received"),
                    Part.named(Part.option(ChoiceIds.REPORT, "option.report"))));
        }
        return Optional.of(Decision.of(context, Ending.NO_WORDS, Part.say("words.none"), Menu.offer(false))
                .state(State::greeting));
    }

    private static Decision ask(TurnContext context) {
        return Decision.of(context, Ending.MENU, Part.say("ask"));
    }
}
