/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import dev.tendon.shell.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The present state of motors, round by round. Thread: the bus's. */
final class MotorTable {
    private static final List<Register> COLUMNS = List.of(
            Sts3215.PRESENT_POSITION,
            Sts3215.PRESENT_VELOCITY,
            Sts3215.PRESENT_LOAD,
            Sts3215.PRESENT_VOLTAGE,
            Sts3215.PRESENT_TEMPERATURE,
            Sts3215.PRESENT_CURRENT,
            Sts3215.MOVING,
            Sts3215.STATUS);

    private static final List<String> HEADING =
            List.of("ID", "POSITION", "VELOCITY", "LOAD", "VOLTAGE", "TEMP.", "CURRENT", "MOVES", "STATUS");

    private final int[] ids;
    private final int[][] values;
    private final boolean[] there;
    private final long[] missed;
    private long rounds;

    MotorTable(int[] ids) {
        this.ids = ids.clone();
        values = new int[ids.length][COLUMNS.size()];
        there = new boolean[ids.length];
        missed = new long[ids.length];
    }

    /**
     * Reads everything once. A motor that does not answer is marked and asked again in the next round.
     *
     * @throws DeviceException where the port fails
     */
    void read(DeskBus bus) throws DeviceException {
        rounds++;
        int[] asked = ids;
        int[] into = new int[ids.length];
        for (int column = 0; column < COLUMNS.size() && asked.length > 0; column++) {
            asked = bus.answering(COLUMNS.get(column), asked, into);
            for (int i = 0; i < asked.length; i++) {
                values[index(asked[i])][column] = into[i];
            }
        }
        Arrays.fill(there, false);
        for (int id : asked) {
            there[index(id)] = true;
        }
        for (int i = 0; i < ids.length; i++) {
            missed[i] += there[i] ? 0 : 1;
        }
    }

    private int index(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        throw new IllegalStateException("Nobody asked motor " + id);
    }

    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        for (int i = 0; i < ids.length; i++) {
            rows.add(row(i));
        }
        return Columns.of(rows);
    }

    private List<String> row(int motor) {
        if (!there[motor]) {
            return List.of(Integer.toString(ids[motor]), "no answer");
        }
        List<String> row = new ArrayList<>(List.of(Integer.toString(ids[motor])));
        for (int column = 0; column < COLUMNS.size(); column++) {
            Register register = COLUMNS.get(column);
            int value = values[motor][column];
            if (register.equals(Sts3215.STATUS)) {
                row.add(StatusBits.text(value));
            } else if (register.equals(Sts3215.MOVING)) {
                row.add(value == 0 ? "no" : "yes");
            } else {
                row.add(Shown.measured(register, value));
            }
        }
        return row;
    }

    /** In one line: positions and who is silent. */
    String line() {
        StringBuilder line = new StringBuilder("positions");
        for (int i = 0; i < ids.length; i++) {
            line.append(String.format(
                    Locale.ROOT, "  %d: %s", ids[i], there[i] ? Integer.toString(values[i][0]) : "no answer"));
        }
        return line.toString();
    }

    /** How often it was read, and who was silent how often. */
    String summary(double seconds) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d rounds in %.1f s", rounds, seconds));
        for (int i = 0; i < ids.length; i++) {
            if (missed[i] > 0) {
                line.append("; motor ").append(ids[i]).append(" was silent in ").append(missed[i]);
            }
        }
        return line.toString();
    }

    /** The last round; {@code unanswered_rounds} of how many {@code rounds}. */
    Map<String, Object> json() {
        List<Object> motors = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            Map<String, Object> motor = new LinkedHashMap<>();
            motor.put("id", ids[i]);
            motor.put("answers", there[i]);
            motor.put("unanswered_rounds", missed[i]);
            motor.put("position_step", value(i, 0, 1));
            motor.put("velocity_step_per_s", value(i, 1, 1));
            motor.put("load_percent", value(i, 2, 0.1));
            motor.put("voltage_v", value(i, 3, 0.1));
            motor.put("temperature_c", value(i, 4, 1));
            motor.put("current_ma", value(i, 5, 6.5));
            motor.put("moving", there[i] ? values[i][6] != 0 : null);
            motor.put("status", there[i] ? StatusBits.text(values[i][7]) : null);
            motors.add(motor);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rounds", rounds);
        json.put("motors", motors);
        return json;
    }

    private @Nullable Object value(int motor, int column, double step) {
        if (!there[motor]) {
            return null;
        }
        return step == 1 ? (Object) values[motor][column] : Math.round(values[motor][column] * step * 10) / 10.0;
    }
}
