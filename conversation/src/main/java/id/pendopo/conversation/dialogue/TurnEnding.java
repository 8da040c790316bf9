package id.pendopo.conversation.dialogue;

/** Every way a turn can end, the bot's and the desk's; a closed set, whose names are stored and counted. */
public sealed interface TurnEnding permits Ending, DeskEnding {

    /** As it is stored. */
    String name();
}
