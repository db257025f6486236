import type { ComponentProps, ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";
export type ButtonSize = "small" | "normal";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-primary text-on-primary hover:bg-primary-hover",
  secondary: "border-control bg-surface text-text hover:bg-sunken",
  danger: "border-transparent bg-danger-button text-on-danger-button hover:bg-danger-button-hover",
  quiet: "border-transparent bg-transparent text-link hover:bg-sunken",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 py-1 text-compact pointer-coarse:min-h-11",
  normal: "min-h-(--control-height) px-3.5 py-1.5 text-ui",
};

/** The look of a button, for an element that must be something else, such as a label or a summary. */
export function buttonLook(variant: ButtonVariant = "secondary", size: ButtonSize = "normal"): string {
  return `print:hidden inline-flex items-center [&[hidden]]:hidden justify-center gap-2 rounded-control border font-medium no-underline transition-colors duration-150 hover:no-underline aria-disabled:border-control aria-disabled:bg-sunken aria-disabled:text-subtle aria-disabled:hover:bg-sunken ${variants[variant]} ${sizes[size]}`;
}

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
}

/** A button: verb and noun. It is a plain button unless `type` says otherwise. */
export function Button({
  variant,
  size,
  className = "",
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return <button type={type} className={`${buttonLook(variant, size)} ${className}`} {...rest} />;
}

/**
 * A link that looks like a button. It does not prefetch: a prefetch loads the script of the page
 * behind it, and editor pages are heavy.
 */
export function LinkButton({
  variant,
  size,
  className = "",
  ...rest
}: Look & ComponentProps<"a"> & { href: string }) {
  return <a data-soft className={`${buttonLook(variant, size)} ${className}`} {...rest} />;
}
