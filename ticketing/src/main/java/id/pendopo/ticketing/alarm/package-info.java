/**
 * Alarms of emergencies: who is on duty, whom to ring next, and that it happens whatever fails. The entry type is {@link
 * id.pendopo.ticketing.alarm.AlarmBell}. It must not know how somebody is rung, nor how tickets are stored.
 */
@NullMarked
package id.pendopo.ticketing.alarm;

import org.jspecify.annotations.NullMarked;
