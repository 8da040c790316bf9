/**
 * Gives the floor back to the bot: when the citizen asks for the assistant, and when the agent has been silent for long.
 * The entry type is {@link id.pendopo.conversation.floor.FloorReturn}. This package must not know what the bot says then,
 * nor who decides it.
 */
@NullMarked
package id.pendopo.conversation.floor;

import org.jspecify.annotations.NullMarked;
