/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Sts3215Test {
    @Test
    void hasEveryRegisterOfLeRobotAtItsAddress() {
        List<String[]> rows = Csv.rows("registers.csv");
        assertThat(rows).hasSizeGreaterThan(50);
        for (String[] row : rows) {
            Register register = Sts3215.find(row[0]).orElseThrow(() -> new AssertionError(row[0]));
            assertThat(register.address()).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
            assertThat(register.size()).as(row[0]).isEqualTo(Integer.parseInt(row[2]));
        }
    }

    @Test
    void hasTheSignBitsOfLeRobotAndNoOthers() {
        Set<String> signed = Csv.rows("encodings.csv").stream()
                .filter(row -> Sts3215.find(row[0]).isPresent())
                .map(row -> row[0] + ":" + row[1])
                .collect(Collectors.toSet());
        assertThat(signed).hasSize(6);
        assertThat(Sts3215.all())
                .filteredOn(register -> register.signBit() >= 0)
                .extracting(register -> register.name() + ":" + register.signBit())
                .containsExactlyInAnyOrderElementsOf(signed);
    }

    @Test
    void encodesAndDecodesSignsAsLeRobotDoes() {
        for (String[] row : Csv.rows("sign-magnitude.csv")) {
            Register register =
                    row[0].equals("11") ? Sts3215.HOMING_OFFSET : Sts3215.GOAL_POSITION; // sign bits 11 and 15
            assertThat(register.signBit()).isEqualTo(Integer.parseInt(row[0]));
            assertThat(register.encode(Integer.parseInt(row[1]))).isEqualTo(Integer.parseInt(row[2]));
            assertThat(register.decode(Integer.parseInt(row[2]))).isEqualTo(Integer.parseInt(row[3]));
        }
    }

    @Test
    void refusesAValueThatHasNoRoom() {
        assertThatThrownBy(() -> Sts3215.HOMING_OFFSET.encode(-2048))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Homing_Offset", "-2047..2047", "-2048");
        assertThatThrownBy(() -> Sts3215.ID.encode(256)).hasMessageContaining("0..255");
        assertThatThrownBy(() -> Sts3215.ID.encode(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sts3215.GOAL_POSITION.encode(Integer.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsEachRegistersOwnLimitsAndFactoryValue() {
        for (Register register : Sts3215.all()) {
            assertThat(register.decode(register.encode(register.min()))).isEqualTo(register.min());
            assertThat(register.decode(register.encode(register.max()))).isEqualTo(register.max());
            register.factory().ifPresent(value -> assertThat(register.allows(value))
                    .as(register.name())
                    .isTrue());
        }
    }

    @Test
    void overlapsNowhereAndKeepsTheEepromBelow40() {
        int free = 0;
        for (Register register : Sts3215.all()) {
            assertThat(register.address()).as(register.name()).isGreaterThanOrEqualTo(free);
            assertThat(register.eeprom()).as(register.name()).isEqualTo(register.address() < 40);
            free = register.address() + register.size();
        }
    }

    @Test
    void knowsTheBaudRatesBothWays() {
        for (int baudRate : BaudRates.all()) {
            assertThat(BaudRates.ofCode(BaudRates.code(baudRate))).isEqualTo(baudRate);
        }
        assertThat(BaudRates.code(1_000_000)).isZero();
        assertThatThrownBy(() -> BaudRates.code(9600)).hasMessageContainingAll("9600", "115200");
        assertThatThrownBy(() -> BaudRates.ofCode(8)).hasMessageContaining("8");
    }

    @Test
    void saysFaultsInWords() {
        assertThat(StatusBits.text(StatusBits.OVERLOAD | StatusBits.TEMPERATURE))
                .isEqualTo("overheated, overloaded");
        assertThat(StatusBits.text(0)).isEqualTo("no fault");
        assertThat(StatusBits.text(0x90)).contains("0x90");
        assertThat(StatusBits.advice(StatusBits.VOLTAGE)).contains("power supply");
    }
}
