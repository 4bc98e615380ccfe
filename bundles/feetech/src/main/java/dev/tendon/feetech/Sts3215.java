/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The control table of the STS3215, the servo of the SO-100 and SO-101 arms; the STS and SMS series share it. Thread: any.
 *
 * <p>Sources. Names, addresses, sizes, sign bits, model number and resolution: LeRobot 0.6.2-dev (7427f3180), {@code
 * src/lerobot/motors/feetech/tables.py}, {@code STS_SMS_SERIES_*} and {@code MODEL_*}. Ranges, units, access, EEPROM or RAM and
 * factory values: Feetech, "Magnetic encoder STS servo, memory table analysis" (FT-SMS-STS-emanual, doc.feetech.cn), unless the
 * register says otherwise; factory values that its editions leave open are left open here. A step is 360/4096 degrees. Registers
 * from 80 on are the factory's; the servo lets clients write some of them, and LeRobot does.
 */
public final class Sts3215 {
    /** What {@code Model_Number} says. */
    public static final int MODEL = 777;

    /** Steps in one turn. */
    public static final int RESOLUTION = 4096;

    /** Firmware, first number. */
    public static final Register FIRMWARE_MAJOR_VERSION =
            eeprom("Firmware_Major_Version", 0, 1).readOnly().range(0, 255).build();

    /** Firmware, second number. LeRobot refuses an arm whose servos differ in either. */
    public static final Register FIRMWARE_MINOR_VERSION =
            eeprom("Firmware_Minor_Version", 1, 1).readOnly().range(0, 255).build();

    /** {@link #MODEL} for this servo. */
    public static final Register MODEL_NUMBER =
            eeprom("Model_Number", 3, 2).readOnly().range(0, 65535).factory(777).build();

    /** Its address on the bus. */
    public static final Register ID =
            eeprom("ID", 5, 1).range(0, 253).factory(1).build();

    /** A code, see {@link BaudRates}. */
    public static final Register BAUD_RATE =
            eeprom("Baud_Rate", 6, 1).range(0, 7).factory(0).build();

    /** Pause before it answers. Factory value by LeRobot (feetech.py, configure_motors), which sets 0; the memory table says 0. */
    public static final Register RETURN_DELAY_TIME = eeprom("Return_Delay_Time", 7, 1)
            .range(0, 254)
            .unit("2 µs")
            .factory(250)
            .build();

    /** 0: answers reads and pings only; 1: answers everything that is not broadcast. */
    public static final Register RESPONSE_STATUS_LEVEL =
            eeprom("Response_Status_Level", 8, 1).range(0, 1).factory(1).build();

    /** Lowest goal; with {@link #MAX_POSITION_LIMIT} both 0: no limits, several turns. */
    public static final Register MIN_POSITION_LIMIT = eeprom("Min_Position_Limit", 9, 2)
            .range(0, 4095)
            .unit("step")
            .factory(0)
            .build();

    /** Highest goal. */
    public static final Register MAX_POSITION_LIMIT = eeprom("Max_Position_Limit", 11, 2)
            .range(0, 4095)
            .unit("step")
            .factory(4095)
            .build();

    /** Above it the temperature fault is raised. */
    public static final Register MAX_TEMPERATURE_LIMIT = eeprom("Max_Temperature_Limit", 13, 1)
            .range(0, 100)
            .unit("°C")
            .factory(70)
            .build();

    /** Above it the voltage fault is raised; by variant (7.4 V, 12 V). */
    public static final Register MAX_VOLTAGE_LIMIT =
            eeprom("Max_Voltage_Limit", 14, 1).range(0, 254).unit("0.1 V").build();

    /** Below it the voltage fault is raised. */
    public static final Register MIN_VOLTAGE_LIMIT = eeprom("Min_Voltage_Limit", 15, 1)
            .range(0, 254)
            .unit("0.1 V")
            .factory(40)
            .build();

    /** Loaded into {@link #TORQUE_LIMIT} at power-on. */
    public static final Register MAX_TORQUE_LIMIT = eeprom("Max_Torque_Limit", 16, 2)
            .range(0, 1000)
            .unit("0.1 %")
            .factory(1000)
            .build();

    /** Bits of the drive; 0x10: the position is fed back over several turns instead of 0..4095 (LeRobot clears it). */
    public static final Register PHASE = eeprom("Phase", 18, 1).range(0, 254).build();

    /** Faults that switch the torque off, by the bits of {@link StatusBits}. */
    public static final Register UNLOADING_CONDITION =
            eeprom("Unloading_Condition", 19, 1).range(0, 254).build();

    /** Faults that blink the LED, by the bits of {@link StatusBits}. */
    public static final Register LED_ALARM_CONDITION =
            eeprom("LED_Alarm_Condition", 20, 1).range(0, 254).build();

    /** Of the position loop. Factory value by LeRobot's comment (so_follower.py). */
    public static final Register P_COEFFICIENT =
            eeprom("P_Coefficient", 21, 1).range(0, 254).factory(32).build();

    /** Of the position loop. Factory value by LeRobot's comment (so_follower.py). */
    public static final Register D_COEFFICIENT =
            eeprom("D_Coefficient", 22, 1).range(0, 254).factory(32).build();

    /** Of the position loop. */
    public static final Register I_COEFFICIENT =
            eeprom("I_Coefficient", 23, 1).range(0, 254).factory(0).build();

    /** Least output that moves it. Newer memory tables give it one byte, and 25 to a limit of the integral. */
    public static final Register MINIMUM_STARTUP_FORCE =
            eeprom("Minimum_Startup_Force", 24, 2).range(0, 1000).unit("0.1 %").build();

    /** Error that is not corrected, clockwise. */
    public static final Register CW_DEAD_ZONE =
            eeprom("CW_Dead_Zone", 26, 1).range(0, 32).unit("step").factory(1).build();

    /** Error that is not corrected, counter-clockwise. */
    public static final Register CCW_DEAD_ZONE =
            eeprom("CCW_Dead_Zone", 27, 1).range(0, 32).unit("step").factory(1).build();

    /** Above it for {@link #OVER_CURRENT_PROTECTION_TIME} the current fault is raised. */
    public static final Register PROTECTION_CURRENT = eeprom("Protection_Current", 28, 2)
            .range(0, 2047)
            .unit("6.5 mA")
            .factory(511)
            .build();

    /** Divider of the sensor's steps; more turns at less resolution. */
    public static final Register ANGULAR_RESOLUTION =
            eeprom("Angular_Resolution", 30, 1).range(1, 128).factory(1).build();

    /** Subtracted from the sensor's position to give {@link #PRESENT_POSITION}. */
    public static final Register HOMING_OFFSET = eeprom("Homing_Offset", 31, 2)
            .signBit(11)
            .range(-2047, 2047)
            .unit("step")
            .factory(0)
            .build();

    /** 0 position, 1 velocity, 2 PWM, 3 steps (LeRobot, feetech.py, OperatingMode). */
    public static final Register OPERATING_MODE =
            eeprom("Operating_Mode", 33, 1).range(0, 3).factory(0).build();

    /** What is left of the torque once overload protection acts. */
    public static final Register PROTECTIVE_TORQUE = eeprom("Protective_Torque", 34, 1)
            .range(0, 254)
            .unit("%")
            .factory(20)
            .build();

    /** Overload must last so long. */
    public static final Register PROTECTION_TIME = eeprom("Protection_Time", 35, 1)
            .range(0, 254)
            .unit("10 ms")
            .factory(200)
            .build();

    /** From this load on it counts as overload. */
    public static final Register OVERLOAD_TORQUE =
            eeprom("Overload_Torque", 36, 1).range(0, 254).unit("%").factory(80).build();

    /** Of the velocity loop. */
    public static final Register VELOCITY_CLOSED_LOOP_P_PROPORTIONAL_COEFFICIENT = eeprom(
                    "Velocity_closed_loop_P_proportional_coefficient", 37, 1)
            .range(0, 254)
            .build();

    /** Over-current must last so long. */
    public static final Register OVER_CURRENT_PROTECTION_TIME = eeprom("Over_Current_Protection_Time", 38, 1)
            .range(0, 254)
            .unit("10 ms")
            .factory(200)
            .build();

    /** Of the velocity loop. */
    public static final Register VELOCITY_CLOSED_LOOP_I_INTEGRAL_COEFFICIENT = eeprom(
                    "Velocity_closed_loop_I_integral_coefficient", 39, 1)
            .range(0, 254)
            .build();

    /** 0 off, 1 on, 2 damping; 128 makes the present position 2048 by writing {@link #HOMING_OFFSET}. */
    public static final Register TORQUE_ENABLE =
            ram("Torque_Enable", 40, 1).range(0, 128).factory(0).build();

    /** Of a move to {@link #GOAL_POSITION}; 0: as fast as it can. */
    public static final Register ACCELERATION = ram("Acceleration", 41, 1)
            .range(0, 254)
            .unit("100 step/s²")
            .factory(0)
            .build();

    /** Where to go; cut to the position limits. */
    public static final Register GOAL_POSITION = ram("Goal_Position", 42, 2)
            .signBit(15)
            .range(-32767, 32767)
            .unit("step")
            .factory(0)
            .build();

    /** Duration of the move; in PWM mode the duty in 0.1 % with its sign in bit 10 (which this table leaves to the caller). */
    public static final Register GOAL_TIME =
            ram("Goal_Time", 44, 2).range(0, 65535).factory(0).build();

    /** Largest speed of a move; 0: as fast as it can. In velocity mode, the speed. */
    public static final Register GOAL_VELOCITY = ram("Goal_Velocity", 46, 2)
            .signBit(15)
            .range(-32767, 32767)
            .unit("step/s")
            .build();

    /** Most output; loaded from {@link #MAX_TORQUE_LIMIT} at power-on. */
    public static final Register TORQUE_LIMIT =
            ram("Torque_Limit", 48, 2).range(0, 1000).unit("0.1 %").build();

    /** 1: the EEPROM cannot be written; 0: it can. */
    public static final Register LOCK =
            ram("Lock", 55, 1).range(0, 1).factory(1).build();

    /** Where it is. */
    public static final Register PRESENT_POSITION = ram("Present_Position", 56, 2)
            .readOnly()
            .signBit(15)
            .range(-32767, 32767)
            .unit("step")
            .build();

    /** How fast it moves. */
    public static final Register PRESENT_VELOCITY = ram("Present_Velocity", 58, 2)
            .readOnly()
            .signBit(15)
            .range(-32767, 32767)
            .unit("step/s")
            .build();

    /** Output to the motor. */
    public static final Register PRESENT_LOAD = ram("Present_Load", 60, 2)
            .readOnly()
            .signBit(10)
            .range(-1000, 1000)
            .unit("0.1 %")
            .build();

    /** Supply. */
    public static final Register PRESENT_VOLTAGE =
            ram("Present_Voltage", 62, 1).readOnly().range(0, 254).unit("0.1 V").build();

    /** Inside the case. */
    public static final Register PRESENT_TEMPERATURE = ram("Present_Temperature", 63, 1)
            .readOnly()
            .range(0, 254)
            .unit("°C")
            .build();

    /** 1 while a {@link Instruction#REG_WRITE} waits for its {@link Instruction#ACTION}. In the memory table, not in LeRobot's. */
    public static final Register ASYNC_WRITE_FLAG =
            ram("Async_Write_Flag", 64, 1).readOnly().range(0, 1).factory(0).build();

    /** Faults, by the bits of {@link StatusBits}. */
    public static final Register STATUS =
            ram("Status", 65, 1).readOnly().range(0, 255).factory(0).build();

    /** 1 while it moves. */
    public static final Register MOVING =
            ram("Moving", 66, 1).readOnly().range(0, 1).factory(0).build();

    /** Of the motor. */
    public static final Register PRESENT_CURRENT = ram("Present_Current", 69, 2)
            .readOnly()
            .range(0, 65535)
            .unit("6.5 mA")
            .build();

    /** The goal that it follows; LeRobot's address (newer memory tables say 67). */
    public static final Register GOAL_POSITION_2 = ram("Goal_Position_2", 71, 2)
            .readOnly()
            .range(0, 65535)
            .unit("step")
            .build();

    /** Below it the servo counts as standing. LeRobot has it as {@code Moving_Velocity} too. */
    public static final Register MOVING_VELOCITY_THRESHOLD =
            ram("Moving_Velocity_Threshold", 80, 1).range(0, 255).build();

    /** Set by the factory. */
    public static final Register DTS =
            ram("DTs", 81, 1).range(0, 255).unit("ms").build();

    /** Set by the factory. */
    public static final Register VELOCITY_UNIT_FACTOR =
            ram("Velocity_Unit_factor", 82, 1).range(0, 255).build();

    /** Set by the factory; firmware 2.54 and later. */
    public static final Register HTS =
            ram("Hts", 83, 1).range(0, 255).unit("20.83 ns").build();

    /** Cap on every speed; 0.732 rpm a unit. */
    public static final Register MAXIMUM_VELOCITY_LIMIT =
            ram("Maximum_Velocity_Limit", 84, 1).range(0, 255).unit("50 step/s").build();

    /** Cap on every acceleration; LeRobot writes 254. */
    public static final Register MAXIMUM_ACCELERATION =
            ram("Maximum_Acceleration", 85, 1).range(0, 255).unit("100 step/s²").build();

    /** Factor in effect while {@link #ACCELERATION} is 0. LeRobot's name ends in a blank. */
    public static final Register ACCELERATION_MULTIPLIER =
            ram("Acceleration_Multiplier", 86, 1).range(0, 255).build();

    private static final List<Register> ALL = List.of(
            FIRMWARE_MAJOR_VERSION,
            FIRMWARE_MINOR_VERSION,
            MODEL_NUMBER,
            ID,
            BAUD_RATE,
            RETURN_DELAY_TIME,
            RESPONSE_STATUS_LEVEL,
            MIN_POSITION_LIMIT,
            MAX_POSITION_LIMIT,
            MAX_TEMPERATURE_LIMIT,
            MAX_VOLTAGE_LIMIT,
            MIN_VOLTAGE_LIMIT,
            MAX_TORQUE_LIMIT,
            PHASE,
            UNLOADING_CONDITION,
            LED_ALARM_CONDITION,
            P_COEFFICIENT,
            D_COEFFICIENT,
            I_COEFFICIENT,
            MINIMUM_STARTUP_FORCE,
            CW_DEAD_ZONE,
            CCW_DEAD_ZONE,
            PROTECTION_CURRENT,
            ANGULAR_RESOLUTION,
            HOMING_OFFSET,
            OPERATING_MODE,
            PROTECTIVE_TORQUE,
            PROTECTION_TIME,
            OVERLOAD_TORQUE,
            VELOCITY_CLOSED_LOOP_P_PROPORTIONAL_COEFFICIENT,
            OVER_CURRENT_PROTECTION_TIME,
            VELOCITY_CLOSED_LOOP_I_INTEGRAL_COEFFICIENT,
            TORQUE_ENABLE,
            ACCELERATION,
            GOAL_POSITION,
            GOAL_TIME,
            GOAL_VELOCITY,
            TORQUE_LIMIT,
            LOCK,
            PRESENT_POSITION,
            PRESENT_VELOCITY,
            PRESENT_LOAD,
            PRESENT_VOLTAGE,
            PRESENT_TEMPERATURE,
            ASYNC_WRITE_FLAG,
            STATUS,
            MOVING,
            PRESENT_CURRENT,
            GOAL_POSITION_2,
            MOVING_VELOCITY_THRESHOLD,
            DTS,
            VELOCITY_UNIT_FACTOR,
            HTS,
            MAXIMUM_VELOCITY_LIMIT,
            MAXIMUM_ACCELERATION,
            ACCELERATION_MULTIPLIER);

    private static final Map<String, Register> BY_NAME = Stream.concat(
                    ALL.stream().map(register -> Map.entry(register.name(), register)),
                    Stream.of(Map.entry("Moving_Velocity", MOVING_VELOCITY_THRESHOLD)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Sts3215() {}

    /** Every register, by address. */
    public static List<Register> all() {
        return ALL;
    }

    /** The register of LeRobot's name. */
    public static Optional<Register> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Entry eeprom(String name, int address, int size) {
        return new Entry(name, address, size, true);
    }

    private static Entry ram(String name, int address, int size) {
        return new Entry(name, address, size, false);
    }

    /** One line of the table above, read from left to right. */
    private static final class Entry {
        private final String name;
        private final int address;
        private final int size;
        private final boolean eeprom;
        private boolean writable = true;
        private int signBit = -1;
        private int min;
        private int max;
        private String unit = "";
        private OptionalInt factory = OptionalInt.empty();

        Entry(String name, int address, int size, boolean eeprom) {
            this.name = name;
            this.address = address;
            this.size = size;
            this.eeprom = eeprom;
        }

        Entry readOnly() {
            writable = false;
            return this;
        }

        Entry signBit(int bit) {
            signBit = bit;
            return this;
        }

        Entry range(int smallest, int largest) {
            min = smallest;
            max = largest;
            return this;
        }

        Entry unit(String text) {
            unit = text;
            return this;
        }

        Entry factory(int value) {
            factory = OptionalInt.of(value);
            return this;
        }

        Register build() {
            return new Register(name, address, size, eeprom, writable, signBit, min, max, unit, factory);
        }
    }
}
