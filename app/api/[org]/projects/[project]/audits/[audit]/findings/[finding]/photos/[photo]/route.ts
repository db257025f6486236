import { answerPhoto } from "./answer-photo";

interface Context {
  params: Promise<{ org: string; project: string; audit: string; finding: string; photo: string }>;
}

/** Takes a photo of a draft finding from the device that kept it, under the id it has there; see `answerPhoto`. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return await answerPhoto(request, await params);
}
